/** Areas that tests speak of. `building41` and `community12` begin like others: they catch prefix mistakes. */
export const places = {
  street: 'heping/',
  community: 'heping/c1/',
  community12: 'heping/c12/',
  otherCommunity: 'heping/c2/',
  estate: 'heping/c1/e1/',
  otherEstate: 'heping/c1/e2/',
  building4: 'heping/c1/e1/b4/',
  building41: 'heping/c1/e1/b41/',
  building5: 'heping/c1/e1/b5/',
  buildingElsewhere: 'heping/c2/e1/b4/',
  unit: 'heping/c1/e1/b4/u2/',
} as const

/** 2025-01-01 08:00 in Beijing: the moment at which tests begin. */
export const startOfTests = Date.UTC(2025, 0, 1)
