export { type Access, createAccess, type NewApiKey, type Principal } from './access.js';
export { type Conduct, type ConductNames, createConduct } from './conduct/conduct.js';
export { ConductSettings } from './conduct/settings.js';
export { isToken } from './token.js';
