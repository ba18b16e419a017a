import { memberSuite } from './_member-suite.js';

memberSuite('members on the embedded database', async () => []);
