import type { AccountKey } from '../../domain/accounting/chart.ts'
import type { JournalCode } from '../../domain/accounting/entry.ts'
import type { Synonyms } from '../../domain/kernel/suggestion.ts'
import type { Translated } from '../said.ts'

const names: Readonly<Record<AccountKey, string>> = {
  sales_goods: 'Sales of own production',
  sales_services: 'Services sold',
  vat_collected: 'VAT collected',
  vat_deductible: 'VAT deductible on goods and services',
  suppliers: 'Suppliers',
  staff_advances: 'Advances by staff',
  participant_advances: 'Advances by participants',
  pay_due: 'Pay due',
  social_bodies: 'Social security bodies',
  pay: 'Pay',
  employer_contributions: 'Employer contributions',
  bank: 'Bank',
  cheques_to_cash: 'Cheques to cash',
  cards_to_cash: 'Card payments to cash',
  transfers_to_come: 'Bank',
  till: 'Till',
  internal_transfers: 'Transfers between own accounts',
  till_loss: 'Till shortages',
  till_gain: 'Till surpluses',
  donations: 'Donations and tips',
  bad_debts: 'Bad debts',
  contribution_charge: 'Exchanges between establishments (charges)',
  contribution_income: 'Exchanges between establishments (income)',
  cost_ingredients: 'Raw materials bought',
  cost_packaging: 'Packaging',
  cost_goods: 'Goods bought for resale',
  cost_supplies: 'Small equipment and supplies',
  cost_stall: 'Rent of the stall',
  cost_communication: 'Printing and communication',
  cost_travel: 'Travel',
  cost_bank_fees: 'Bank fees and commissions',
  cost_insurance: 'Insurance',
  cost_fees: 'Professional fees',
  cost_subcontracting: 'Subcontracting',
  cost_other: 'Other external charges',
}

const journals: Readonly<Record<JournalCode, string>> = {
  VE: 'Sales (till Z)',
  CA: 'Till',
  BQ: 'Bank',
  AC: 'Purchases',
  NF: 'Expense claims',
  OD: 'Miscellaneous',
  PA: 'Pay',
}

/** What each account and each book is called. */
export const accounts = {
  names,
  journals,
  usual: (number: string) => `usually ${number}`,
  set: (key: string, number: string, name: string) => `${key}: ${number} ${name}\n`,
  already: (key: string, number: string, name: string) => `${key} is ${number} ${name} already\n`,
  synonyms: {
    sales: ['sales_goods', 'sales_services'],
    vat: ['vat_collected', 'vat_deductible'],
    cash: ['till', 'cards_to_cash', 'cheques_to_cash'],
    cards: ['cards_to_cash'],
    cheques: ['cheques_to_cash'],
    advances: ['staff_advances', 'participant_advances'],
    tips: ['donations'],
  },
  empty: 'no money has moved in this cohort yet\n',
  next: 'flashcoop host accounts list',
}
export type AccountWords = Translated<Omit<typeof accounts, 'synonyms'>> & {
  readonly synonyms: Synonyms
}
