import type { AnyCommand } from './command.ts'

/** The whole tree: noun → verb → where its command lives. `''` is a noun that is itself the command. */
export const NOUNS = {
  init: { '': async () => (await import('./init.ts')).init },
  status: { '': async () => (await import('./status.ts')).status },
  demo: { '': async () => (await import('./demo.ts')).demo },
  host: {
    show: async () => (await import('./host.ts')).hostShow,
    set: async () => (await import('./host.ts')).hostSet,
    rates: async () => (await import('./host-rates.ts')).hostRates,
  },
  cohort: {
    create: async () => (await import('./cohort.ts')).cohortCreate,
    list: async () => (await import('./cohort.ts')).cohortList,
    show: async () => (await import('./cohort.ts')).cohortShow,
    edit: async () => (await import('./cohort.ts')).cohortEdit,
    use: async () => (await import('./cohort.ts')).cohortUse,
    archive: async () => (await import('./cohort-archive.ts')).cohortArchive,
  },
  day: {
    list: async () => (await import('./day.ts')).dayList,
    add: async () => (await import('./day.ts')).dayAdd,
    edit: async () => (await import('./day.ts')).dayEdit,
    move: async () => (await import('./day.ts')).dayMove,
    remove: async () => (await import('./day.ts')).dayRemove,
  },
  participant: {
    list: async () => (await import('./participant-list.ts')).participantList,
    show: async () => (await import('./participant-list.ts')).participantShow,
    add: async () => (await import('./participant.ts')).participantAdd,
    edit: async () => (await import('./participant.ts')).participantEdit,
    leave: async () => (await import('./participant.ts')).participantLeave,
    import: async () => (await import('./participant-import.ts')).participantImport,
  },
  attendance: {
    mark: async () => (await import('./attendance-mark.ts')).attendanceMark,
    list: async () => (await import('./attendance.ts')).attendanceList,
    show: async () => (await import('./attendance.ts')).attendanceShow,
    missing: async () => (await import('./attendance.ts')).attendanceMissing,
    import: async () => (await import('./attendance-import.ts')).attendanceImport,
  },
  cost: {
    add: async () => (await import('./cost.ts')).costAdd,
    list: async () => (await import('./cost.ts')).costList,
    show: async () => (await import('./cost.ts')).costShow,
    void: async () => (await import('./cost.ts')).costVoid,
    categories: async () => (await import('./cost.ts')).costCategories,
    import: async () => (await import('./cost-import.ts')).costImport,
  },
  product: {
    add: async () => (await import('./product.ts')).productAdd,
    list: async () => (await import('./product.ts')).productList,
    show: async () => (await import('./product.ts')).productShow,
    edit: async () => (await import('./product.ts')).productEdit,
    price: async () => (await import('./product.ts')).productPrice,
    retire: async () => (await import('./product.ts')).productRetire,
    import: async () => (await import('./product-import.ts')).productImport,
  },
  sale: {
    add: async () => (await import('./sale-add.ts')).saleAdd,
    list: async () => (await import('./sale.ts')).saleList,
    show: async () => (await import('./sale.ts')).saleShow,
    void: async () => (await import('./sale.ts')).saleVoid,
    refund: async () => (await import('./sale-refund.ts')).saleRefund,
    repay: async () => (await import('./sale-repay.ts')).saleRepay,
    recap: async () => (await import('./sale-recap.ts')).saleRecap,
    import: async () => (await import('./sale-import.ts')).saleImport,
  },
  till: {
    open: async () => (await import('./till.ts')).tillOpen,
    sell: async () => (await import('./till-sell.ts')).tillSell,
    in: async () => (await import('./till.ts')).tillIn,
    out: async () => (await import('./till.ts')).tillOut,
    count: async () => (await import('./till-count.ts')).tillCount,
    x: async () => (await import('./till-x.ts')).tillX,
    z: async () => (await import('./till-z.ts')).tillZ,
    list: async () => (await import('./till-list.ts')).tillList,
    show: async () => (await import('./till-z.ts')).tillShow,
  },
  undo: { '': async () => (await import('./undo.ts')).undo },
  check: { '': async () => (await import('./check.ts')).check },
  close: { '': async () => (await import('./close.ts')).close },
  payout: {
    statement: async () => (await import('./payout-statement.ts')).payoutStatement,
  },
  report: {
    result: async () => (await import('./report-result.ts')).reportResult,
    sales: async () => (await import('./report-sales.ts')).reportSales,
    products: async () => (await import('./report-sales.ts')).reportProducts,
    costs: async () => (await import('./report-costs.ts')).reportCosts,
    attendance: async () => (await import('./report-attendance.ts')).reportAttendance,
    distribution: async () => (await import('./report-distribution.ts')).reportDistribution,
    vat: async () => (await import('./report-vat.ts')).reportVat,
    minutes: async () => (await import('./report-minutes.ts')).reportMinutes,
    cohorts: async () => (await import('./report-cohorts.ts')).reportCohorts,
  },
  audit: {
    verify: async () => (await import('./audit.ts')).auditVerify,
    head: async () => (await import('./audit.ts')).auditHead,
  },
  backup: {
    create: async () => (await import('./backup.ts')).backupCreate,
    verify: async () => (await import('./backup.ts')).backupVerify,
  },
  help: { '': async () => (await import('./help.ts')).help },
} as const satisfies Readonly<Record<string, Readonly<Record<string, () => Promise<AnyCommand>>>>>

export type Noun = keyof typeof NOUNS
/** `sale add`, `init`: how a command is spoken of. */
export type CommandPath = {
  [N in Noun]: {
    [V in keyof (typeof NOUNS)[N] & string]: V extends '' ? N : `${N} ${V}`
  }[keyof (typeof NOUNS)[N] & string]
}[Noun]

/** Other names of a noun, folded (no accents, no case): the French ones, and short ones that hands know. */
export const NOUN_ALIASES: Readonly<Record<string, Noun>> = {
  etat: 'status',
  cae: 'host',
  cohorte: 'cohort',
  jour: 'day',
  p: 'participant',
  presence: 'attendance',
  cout: 'cost',
  produit: 'product',
  vente: 'sale',
  caisse: 'till',
  controle: 'check',
  cloture: 'close',
  versement: 'payout',
  bilan: 'report',
  aide: 'help',
}
