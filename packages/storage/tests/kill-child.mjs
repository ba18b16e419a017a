// Appends without end, and prints the id of each record once it is acknowledged. Meant to be killed.
import { newId } from '@tyrian/contracts';
import { memoryKeys, openStore } from '../dist/index.js';

const store = await openStore({ database: JSON.parse(process.argv[2] ?? ''), keys: memoryKeys() });

async function appendForEver() {
  for (;;) {
    const at = Date.now();
    const id = newId('record', at);
    await store.records.append({
      records: [{ id, type: 'generation.input', at, tenant: 'acme', payload: { filler: 'x'.repeat(400) } }],
    });
    process.stdout.write(`${id}\n`);
  }
}

for (let caller = 0; caller < 16; caller++) void appendForEver();
