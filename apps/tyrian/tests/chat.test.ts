import { chatSuite } from './_chat-suite.js';

chatSuite('chat on the embedded database', async () => []);
