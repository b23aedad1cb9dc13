import type { StatementWords } from '../en/statements.ts'
import { hoursText } from '../en/statements.ts'
import { counted, dayText } from './day-text.ts'

export const statements: StatementWords = {
  period: (from, until) => `du ${from} au ${until}`,
  closed: (on) => `clôturé le ${on}`,
  preview: 'provisoire : pas encore clôturé',
  account: { title: 'Compte d’exploitation', vat: 'TVA', share: 'À partager' },
  programme: (amount) => `Coûts du programme, payés par les subventions, hors compte : ${amount}`,
  share: {
    title: (who) => `Votre part, ${who}`,
    file: 'parts',
    print: (whom) => `flashcoop versement statement ${whom} -o parts.html`,
    lead: ({ rule, weight, total }, share) => {
      if (rule === 'equal') return `1 part sur ${total} → ${share}`
      if (rule === 'half-days') return `${counted(weight, 'demi-journée')} sur ${total} → ${share}`
      if (rule === 'hours') return `${hoursText(weight)} sur ${hoursText(total)} → ${share}`
      return `poids ${weight} sur ${total} → ${share}`
    },
    how: 'Le calcul',
    result: (amount) => `Ensemble, le groupe a gagné ${amount}.`,
    reserve: (amount) => `Le groupe garde ${amount} en réserve.`,
    carried: (amount) => `D’abord, ${amount} comblent la perte de la période d’avant.`,
    toShare: (amount) => `Il y a donc ${amount} à partager.`,
    rule: {
      equal: 'La règle : la même part pour chaque personne.',
      'half-days': 'La règle : une part par demi-journée de présence.',
      hours: 'La règle : une part par minute de présence.',
      weights: 'La règle : le groupe a donné un poids à chaque personne.',
    },
    excusedCount: 'Les absences excusées comptent comme présence.',
    formula: ({ total, weight, weights, down }) =>
      `${total} × ${weight} ÷ ${weights} = ${down}, arrondi au centime en dessous.`,
    spare: (codes) =>
      `Il restait ${counted(codes.length, 'centime')} : pour ${codes.join(', ')}, dont le calcul tombait le plus près du centime suivant.`,
    spareYours: (count, amount) =>
      `Il restait ${counted(count, 'centime')} : il y en a un pour vous. Votre part est de ${amount}.`,
    loss: (amount) => `Le groupe a perdu ${amount}. Personne ne doit rien. Vous ne devez rien.`,
    notPayable: (reason) =>
      `Vous ne recevez pas de paie${reason === undefined ? '' : ` (${reason})`}. Votre part est allée aux autres.`,
    pay: 'Ce que vous recevez (estimation)',
    payLines: {
      share: 'votre part',
      employer: 'cotisations payées par l’employeur',
      remainder: 'reste trop petit pour être payé',
      gross: 'salaire brut',
      employee: 'cotisations retirées de votre salaire',
      net: 'salaire net : ce que vous recevez',
    },
    estimate: 'C’est une estimation. La fiche de paie est faite par la CAE.',
    payLater: 'La CAE calcule votre paie à partir de cette part.',
    amendments: 'Ce qui a changé après la clôture',
    amendment: (number, on, fact) => `Avenant n° ${number} du ${on} : ${fact}.`,
    changed: (before, after, difference) =>
      `Votre part était de ${before}, elle est maintenant de ${after} (${difference}).`,
    vote: 'Qui a décidé',
    voteLine: ({ on, for: yes, against, abstained }) =>
      `Le ${dayText(on)}, le groupe a voté : ${yes} pour, ${against} contre, ${counted(abstained, 'abstention')}.`,
    trouble: 'Quelque chose vous semble faux ?',
    troubleLines: (host) => [
      `Dites-le à l’animatrice ou l’animateur, ou à ${host}. Montrez cette page. Personne ne vous le reprochera.`,
      'Vos demi-journées sont sur les feuilles que vous avez signées : demandez à les voir.',
      'Si le compte est faux, il est corrigé par un papier qui s’appelle un avenant, avec votre nouvelle part.',
    ],
    code: 'Ce code prouve que rien n’a changé depuis la clôture :',
    sign: 'J’ai reçu cette page et on me l’a expliquée.',
    signature: 'Date et signature',
  },
  minutes: {
    title: 'Procès-verbal de clôture',
    print: 'flashcoop bilan minutes -o proces-verbal.html',
    opening: (cohort, host) =>
      `La cohorte ${cohort}, accueillie par ${host}, a clôturé ses comptes.`,
    closedAt: (on, time) => `La clôture a été faite le ${on} à ${time}.`,
    account: 'Les comptes',
    decision: 'La décision',
    vote: ({ on, for: yes, against, abstained }) =>
      `Vote du ${dayText(on)} : ${yes} pour, ${against} contre, ${counted(abstained, 'abstention')}.`,
    rule: (rule) => `Règle de partage : ${rule}.`,
    loss: (amount) =>
      `Le résultat est une perte de ${amount}. Personne ne doit rien ; le groupe en a pris acte.`,
    lossLater: (amount) =>
      `Le résultat est une perte de ${amount}. Personne ne doit rien ; elle passe à la période suivante.`,
    shares: 'Les parts',
    titles: { who: 'qui', name: 'nom', weight: 'poids', share: 'part', net: 'net (estimation)' },
    weightTitle: {
      equal: 'parts',
      'half-days': 'demi-journées',
      hours: 'heures',
      weights: 'poids',
    },
    total: 'total',
    notPayable: (code, reason) =>
      `${code} ne reçoit pas de paie${reason === undefined ? '' : ` (${reason})`} ; sa part va aux autres.`,
    terms: 'Les conditions',
    software: (version) => `Calculé par flashcoop ${version}.`,
    inputs: (digest) => `Empreinte de ce qui a été calculé : ${digest}`,
    code: 'Code à comparer avec le registre (flashcoop audit verify --code …) :',
    signatures: 'Signatures',
    signed: 'Lu et approuvé.',
    facilitator: 'Animation',
    accountant: (host) => `Pour ${host}`,
  },
}
