import type { ParticipantWords } from '../en/participant.ts'

export const participant: ParticipantWords = {
  askName: 'nom : ',
  added: (code, name) => `inscription notée : ${code} ${name}\n`,
  changed: (code) => `${code} modifié\n`,
  left: (code, day) => `départ noté : ${code}, dernier jour de présence ${day}\n`,
  leftAlready: (code, day) => `${code} : le ${day} est déjà noté\n`,
  back: (code) => `départ annulé : ${code}\n`,
  neverLeft: (code) => `pas de départ noté : ${code}\n`,
  alike: (codes) =>
    `note : ce nom ressemble à celui de ${codes.join(', ')} ; si c’est la même personne : flashcoop undo\n`,
  mixedScripts: 'note : un mot de ce nom mélange des alphabets ; vérifiez le clavier\n',
  next: 'flashcoop participant add NOM, ou flashcoop presence mark aujourdhui',
  nextAfterImport: 'flashcoop participant list',
  nobody: 'personne encore : flashcoop participant add NOM\n',
  twice: (line) => `cette personne est aussi à la ligne ${line}`,
}
