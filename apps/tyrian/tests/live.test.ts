import { liveSuite } from './_live-suite.js';

liveSuite('changes on the embedded database', 1, async () => []);
