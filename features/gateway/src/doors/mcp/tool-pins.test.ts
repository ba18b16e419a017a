import type { TenantId } from '@tyrian/contracts';
import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../verdict/exchange.js';
import { createToolPins } from './tool-pins.js';

const of = (tenant: string) => ({ principal: { tenant: tenant as TenantId } }) as Exchange;
const tool = (description: string, more: object = {}) => ({ name: 'add', description, ...more });

describe('pins of tools', () => {
  it('tell a tool that is no longer what it was, once', () => {
    const pins = createToolPins();
    expect(pins.changed(of('acme'), 'a', [tool('Adds')])).toEqual([]);
    expect(pins.changed(of('acme'), 'a', [tool('Adds')])).toEqual([]);
    const [change, ...others] = pins.changed(of('acme'), 'a', [tool('Adds, and mails')]);
    expect([change?.name, others]).toEqual(['add', []]);
    expect(change?.before).not.toBe(change?.after);
    expect(JSON.stringify(change)).not.toContain('mails');
    expect(pins.changed(of('acme'), 'a', [tool('Adds, and mails')])).toEqual([]);
  });

  it('see a change deep in a schema, and none in the order of fields or in what no model reads', () => {
    const pins = createToolPins();
    const schema = (text: string) => ({ properties: { a: { type: 'string', description: text } }, type: 'object' });
    pins.changed(of('acme'), 'a', [tool('Adds', { inputSchema: schema('one') })]);
    const { properties, type } = schema('one');
    const same = { description: 'Adds', _meta: { at: 2 }, inputSchema: { type, properties }, name: 'add' };
    expect(pins.changed(of('acme'), 'a', [same])).toEqual([]);
    expect(pins.changed(of('acme'), 'a', [tool('Adds', { inputSchema: schema('two') })])).toHaveLength(1);
  });

  it('are apart by tenant and server, and bounded', () => {
    const pins = createToolPins(2);
    pins.changed(of('acme'), 'a', [tool('Adds')]);
    expect(pins.changed(of('other'), 'a', [tool('Subtracts')])).toEqual([]);
    expect(pins.changed(of('acme'), 'b', [tool('Subtracts')])).toEqual([]);
    // The first is forgotten by now.
    expect(pins.changed(of('acme'), 'a', [tool('Multiplies')])).toEqual([]);
  });
});
