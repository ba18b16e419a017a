import { openInMemory } from './_in-memory.js';
import { outwardSuite } from './_outward-suite.js';

outwardSuite('what is told outside', async () => {
  let time = Date.now();
  const { store } = await openInMemory(() => time);
  return {
    stores: [store],
    now: () => time,
    pass(ms) {
      time += ms;
    },
    close: () => store.close(),
  };
});
