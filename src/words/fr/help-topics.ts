import type { HelpWords } from '../en/help.ts'

export const topics: HelpWords['topics'] = {
  'sale-line': `Une vente est une ligne : quoi, puis les changements, puis le paiement.

  [nb] produit[@prix] [offert] …  [remise 10%] [total 5] [don 1] [par P03]  [esp|cb|chq|vir [montant]] …

  2 cookie 1 brownie cb              deux cookies et un brownie, par carte
  3k b esp 10                        3 de la touche k, 1 de la touche b, 10 donnés : le rendu est calculé
  2 cookie 1 cafe cb 2 esp 5         deux moyens de paiement
  cookie@1,20 cb                     un autre prix (deux décimales, ou €)
  2 cookie brownie offert cb         le brownie est offert
  2 cookie remise 10% esp            une remise sur toute la vente
  60x cookie esp                     plus de 50 demande le x

Un produit se dit par son code, un autre mot ou sa touche, avec ou sans majuscules, accents ou s du pluriel.
Rien n’est jamais corrigé à votre place.

flashcoop sell prend une ligne ; flashcoop caisse sell les prend l’une après l’autre, tant que dure le marché.
`,
  'exit-codes': `  0    fait, ou rien à lister
  1    refusé par une règle, ou une vérification a trouvé quelque chose ; rien n’est écrit
  2    pas compris : commande, option, nom, ligne de vente
  3    la période est clôturée
  4    le registre n’est pas intact
  5    le registre ne peut pas servir ; rien n’est écrit
  70   un défaut de flashcoop
  75   on ne sait pas : c’est peut-être enregistré
  78   ce Node.js est trop ancien
  130  interrompu
`,
  formats: `Chaque liste et chaque bilan accepte :
  --csv                       pour Excel français : ; virgule, UTF-8 avec BOM, en-têtes français
  --csv --csv-profile standard  pour les programmes : , point, en-têtes anglais
  --json                      tableaux et objets, montants en centimes
  --format md|jsonl|table     d’autres formes
  -o FICHIER                  dans un fichier, jamais par-dessus un autre sans --force
Les écritures d’une cohorte partent vers un logiciel comptable par flashcoop export fec, sage-cae ou hledger.
Les imports lisent le CSV, en-têtes français ou anglais, avec ; , ou tabulation. Les fichiers de flashcoop se relisent.
vente import lit aussi l’export d’un terminal de carte (SumUp, Zettle), reconnu à ses titres : transaction ou reçu,
date, total. Ce qui est déjà enregistré est retrouvé par montant et heure ; -n montre tout sans enregistrer.
`,
  distribution: `Le résultat est partagé selon une règle que le groupe vote.

  égal            pareil pour tout le monde (d’habitude)
  demi-journées   selon les demi-journées de présence
  heures          selon les heures de présence
  poids           selon des poids donnés : --weights P01:2 P02:1

Le partage est au centime : chacun reçoit les centimes entiers de sa part, et les centimes qui restent vont aux plus
grandes fractions ; à égalité, au plus grand poids, puis au premier code. Une partie peut être gardée avant (--reserve).
Qui ne peut pas être payé ne reçoit rien, et sa part va aux autres. En cas de perte, personne ne doit rien.
La paie est une estimation ; le bulletin de paie est fait par la CAE.
`,
  legal: `Loi sur les caisses (art. 286 I 3° bis CGI) : les ventes sont dans un journal qu’on ne peut qu’allonger, chaîné ;
une correction est une nouvelle écriture ; chaque jour est scellé par un Z, avec des totaux jamais remis à zéro.
flashcoop n’est pas certifié (« non attesté »).
Les noms des personnes sont à côté du journal, jamais dedans.
La paie est une estimation ; flashcoop ne donne pas de conseil juridique.
`,
  glossary: `  cohorte          la coopérative de quelques jours, et ses personnes
  CAE              la structure d’accueil : forme juridique, TVA, banque, paie
  demi-journée     unité de présence : matin ou après-midi
  recette          ce que les clients ont payé, TVA comprise
  chiffre d’affaires  la recette sans la TVA
  marge brute      chiffre d’affaires − achats − emballages
  contribution     la part de la CAE
  fond de caisse   espèces dans la caisse avant la première vente
  Z                le sceau d’une journée de caisse
  part             ce qui revient à une personne
  reliquat         centimes d’une part qu’un salaire ne peut pas payer
`,
}
