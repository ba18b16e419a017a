export { type Access, createAccess, type NewApiKey } from './access.js';
export { type Budgets, createBudgets } from './budgets/budgets.js';
export type { Allowance, BudgetStanding } from './budgets/standing.js';
export { placeOfAddress } from './conduct/address.js';
export { type Conduct, type ConductNames, createConduct } from './conduct/conduct.js';
export { ConductSettings, longestWindow } from './conduct/settings.js';
export { CAPABILITIES_OF, can, capabilitiesOf, capabilityTable, mayGrant } from './members/capabilities.js';
export { createMembers, type Members } from './members/members.js';
export type { Invitation } from './members/parts.js';
export type { SignedIn } from './members/sessions.js';
export type { ChangedBy, NewMember, TeamChange } from './members/team.js';
export type { Principal } from './principal.js';

export { answerProblems } from './sign-in/problems.js';
export { actorOf, requireActor, requireCapability, requireConfirmed, signedInOf } from './sign-in/require-actor.js';
export { type SignInPorts, signInApi } from './sign-in/sign-in-api.js';
export { isToken } from './token.js';
export { Issuer } from './user-tokens/issuer.js';
export { createUserTokens, type UserClaims, type UserTokens } from './user-tokens/user-tokens.js';
