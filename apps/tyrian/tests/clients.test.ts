import { clientsSuite } from './_clients-suite.js';

clientsSuite('clients on the embedded database', async () => []);
