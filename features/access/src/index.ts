export { type Access, createAccess, type NewApiKey } from './access.js';
export { type Budgets, createBudgets } from './budgets/budgets.js';
export type { Allowance, BudgetStanding } from './budgets/standing.js';
export { placeOfAddress } from './conduct/address.js';
export { type Conduct, type ConductNames, createConduct } from './conduct/conduct.js';
export { ConductSettings, longestWindow } from './conduct/settings.js';
export type { Principal } from './principal.js';

export { isToken } from './token.js';
export { Issuer } from './user-tokens/issuer.js';
export { createUserTokens, type UserClaims, type UserTokens } from './user-tokens/user-tokens.js';
