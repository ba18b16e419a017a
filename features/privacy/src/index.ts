export { GROUND, mustStay } from './person/must-stay.js';
export { type ToldRecord, tellRecord } from './person/tell-record.js';
export { expiryOf } from './retention/expiry.js';
export { type Retained, retainedBy } from './retention/retained.js';
