import { feedbackSuite } from './_feedback-suite.js';

feedbackSuite('feedback on the embedded database', async () => []);
