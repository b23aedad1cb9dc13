import type { HostWords } from '../en/host.ts'
import { dayText } from './day-text.ts'

export const host: HostWords = {
  settings: {
    name: 'la coopérative qui porte les cohortes',
    siren: 'son numéro à neuf chiffres',
    vat_regime: 'normal, ou franchise : ni TVA collectée, ni TVA déduite',
    contribution_rate: 'ce que garde la CAE, en pour cent de la base',
    contribution_base: 'gross_margin (marge brute), revenue (CA HT) ou none (aucune)',
    contribution_floor: 'au moins ce montant par période',
    contribution_cap: 'au plus ce montant par période',
    insurance_rate: 'en pour cent du chiffre d’affaires HT',
    insurance_per_participant: 'à la place du taux, pour chaque personne entrée',
    contribution_style:
      'dans les écritures : two_line, ou four_line avec débit et crédit des deux côtés',
    section_host: 'la section analytique de la CAE',
    section_activity: 'celle de l’activité ; {cohort} est son code',
    csv_profile: 'excel-fr (; et virgule) ou standard',
    language: 'fr ou en',
    default_method: 'si la vente n’en dit rien : cash, card, cheque ou transfer',
    quantity_limit: 'au-delà, une quantité s’écrit avec x : 60x cookie',
  },
  none: 'aucun',
  set: (setting, value) => `${setting} : ${value}\n`,
  already: (setting, value) => `${setting} vaut déjà ${value}\n`,
  odd: (siren) =>
    `attention : ${siren} n’est pas un SIREN habituel (sa clé ne tombe pas juste) : comparez avec vos papiers\n`,
  synonyms: {
    nom: ['name'],
    tva: ['vat_regime'],
    regime: ['vat_regime'],
    taux: ['contribution_rate', 'insurance_rate'],
    contribution: ['contribution_rate', 'contribution_base'],
    plancher: ['contribution_floor'],
    plafond: ['contribution_cap'],
    assurance: ['insurance_rate', 'insurance_per_participant'],
    csv: ['csv_profile'],
    langue: ['language'],
    paiement: ['default_method'],
    quantite: ['quantity_limit'],
  },
  wholeGross: 'les cotisations employeur portent sur tout le brut : laissez la case vide',
  ratesReplaced: (validFrom, changed) =>
    `attention : une table du ${dayText(validFrom)} était là avec d’autres taux, elle est remplacée : ${changed.join(', ')} ; ce qui est clôturé garde les siens\n`,
  ratesLacking: (validFrom, before, missing) =>
    `attention : la table du ${dayText(validFrom)} n’a plus ce que celle du ${dayText(before)} avait : ${missing.join(', ')} ; rien n’est compté pour cela dès ce jour\n`,
  next: { show: 'flashcoop cae show', rates: 'flashcoop cae rates list' },
}
