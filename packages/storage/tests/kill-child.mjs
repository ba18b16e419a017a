// Appends without end, and prints the id of each record once it is acknowledged. Meant to be killed.
import { newId } from '@tyrian/contracts';
import { memoryKeys, openStore } from '../dist/index.js';

const store = await openStore({ database: JSON.parse(process.argv[2] ?? ''), keys: memoryKeys() });

async function appendForEver() {
  for (;;) {
    const at = Date.now();
    const id = newId('record', at);
    const [verdict, generation] = [newId('verdict', at), newId('generation', at)];
    const account = { value: id, keyId: 'pseudonym-1' };
    await store.records.append({
      strikes: [
        {
          ...{ verdict, generation, tenant: 'acme', at, decision: 'refuse', weight: 1, isSilent: false, rule: 'test' },
          ...{ key: 'key_1', account, address: null, range: null, likeness: id },
        },
      ],
      records: [{ id, type: 'generation.input', at, tenant: 'acme', payload: { verdict, filler: 'x'.repeat(400) } }],
    });
    process.stdout.write(`${id}\n`);
  }
}

for (let caller = 0; caller < 16; caller++) void appendForEver();
