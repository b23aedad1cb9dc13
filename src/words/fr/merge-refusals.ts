import type { Branch, MergeRefusal } from '../../domain/merge/refusal.ts'
import type { WordsFor } from '../said.ts'
import { audit } from './audit.ts'
import { dayText } from './day-text.ts'

const AGAIN =
  'refaites le paquet sur l’autre ordinateur (flashcoop export bundle), puis recopiez-le'

const branch = ({ at, kind, hash }: Branch): string =>
  [
    kind === undefined ? '' : audit.kinds[kind],
    at?.slice(0, 16).replace('T', ' ') ?? '',
    hash.slice(0, 8),
  ]
    .filter((each) => each !== '')
    .join(' ')

export const mergeRefusals: WordsFor<MergeRefusal> = {
  'not-a-bundle': ({ file }) => ({
    message: `${file} n’est pas un paquet de flashcoop`,
    hint: 'faites-en un sur l’autre ordinateur : flashcoop export bundle',
  }),
  'bundle-newer': ({ file }) => ({
    message: `${file} vient d’une version plus récente`,
    hint: 'mettez la même version de flashcoop sur les deux ordinateurs ; rien n’a été repris',
  }),
  'bundle-changed': ({ file, line }) => ({
    message: `${file} n’est pas comme il a été écrit${line === undefined ? '' : ` (ligne ${line})`} : coupé, doublé ou modifié`,
    hint: `rien n’a été repris ; ${AGAIN}`,
  }),
  'bundle-too-large': ({ file, mebibytes }) => ({
    message: `${file} dépasse la taille d’un paquet (${mebibytes} Mio, 1 000 000 d’événements)`,
    hint: 'rien n’a été repris ; vérifiez que c’est le bon fichier',
  }),
  'bundle-foreign': ({ file }) => ({
    message: `${file} est d’une autre coopérative`,
    hint: 'rien n’a été repris ; une deuxième caisse de celle-ci se crée par : flashcoop init --from PAQUET',
  }),
  'bundle-gap': ({ till, from, to }) => ({
    message: `caisse ${till} : il manque ${from === to ? `l’événement ${from}` : `les événements ${from} à ${to}`}`,
    hint: `rien n’a été repris ; apportez aussi le paquet de la caisse ${till} : flashcoop merge FICHIER FICHIER`,
  }),
  'bundle-fork': ({ till, seq, here, there }) => ({
    message: `BIFURCATION ${till}#${seq} : deux ordinateurs ont enregistré comme caisse ${till} ; ici ${branch(here)}, là-bas ${branch(there)}`,
    hint: `rien n’a été repris ; ne gardez que l’un des deux comme caisse ${till} ; sur l’autre : flashcoop bilan sales --csv -o ventes.csv, puis ici : flashcoop vente import ventes.csv ; si la journée est déjà scellée ici, l’autre devient une nouvelle caisse, dans un nouveau dossier : flashcoop init --from PAQUET, puis le même import`,
  }),
  'bundle-event': ({ file, event }) => ({
    message: `${file} : l’événement ${event} n’est pas lisible par cette version`,
    hint: 'rien n’a été repris ; mettez la même version de flashcoop sur les deux ordinateurs, puis refaites le paquet',
  }),
  'bundle-clash': ({ file, kind }) => ({
    message: `${audit.kinds[kind]} : ce qui est enregistré ici et ce qui est dans ${file} ne vont pas ensemble`,
    hint: 'rien n’a été repris ; gardez les deux ordinateurs en l’état et demandez à la CAE',
  }),
  'closed-without': ({ cohort, until, closedBy, till, day }) => ({
    message: `${cohort} est clôturée sur la caisse ${closedBy} jusqu’au ${dayText(until)}, sans ce que la caisse ${till} a enregistré le ${dayText(day)}`,
    hint: `rien n’a été repris et rien n’est perdu : gardez la caisse ${till} en l’état, lisez-y ses ventes (flashcoop bilan sales), puis sur la caisse ${closedBy} : flashcoop correction sale MONTANT@TAUX --method esp --reason "caisse ${till}" --confirm ${cohort}`,
  }),
  'closed-twice': ({ cohort, tills: [one, other] }) => ({
    message: `${cohort} est clôturée sur la caisse ${one} et sur la caisse ${other}, chacune sans l’autre`,
    hint: `rien n’a été repris ; gardez l’une des deux clôtures, et saisissez les chiffres de l’autre caisse comme correction`,
  }),
  'till-taken': ({ till, free }) => ({
    message: `il y a déjà une caisse ${till}`,
    hint: `donnez à cet ordinateur une lettre à lui : --till ${free}`,
  }),
}
