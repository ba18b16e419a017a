export { type Access, createAccess, type NewApiKey, type Principal } from './access.js';
export { isToken } from './token.js';
