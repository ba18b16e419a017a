import { placeOfAddress } from '@tyrian/access';
import {
  errors,
  type Key,
  type Keys,
  type PersonKind,
  type PersonNames,
  type TenantId,
  TyrianError,
} from '@tyrian/contracts';
import { keyedName } from '../serve/pseudonyms.js';

/** Whom the operator names: what an account, an address or a key is called outside. */
export interface NamedPerson {
  readonly tenant: TenantId;
  readonly kind: PersonKind;
  readonly name: string;
}

/** A person under the pseudonyms of every key that is still held, however often it was rotated. */
export function personNames(keys: Keys, { tenant, kind, name }: NamedPerson): PersonNames {
  if (kind === 'key') return { tenant, kind, names: [name] };
  const parts = kind === 'account' ? [tenant, name] : [tenant, 'address', addressOf(name)];
  return { tenant, kind, names: heldKeys(keys).map((key) => keyedName(key, parts)) };
}

function addressOf(name: string): string {
  const place = placeOfAddress(name);
  if (!place) throw errors.INVALID_INPUT(['that is no public address, so nothing is kept under it']);
  return place.address;
}

/** Newest first. Under a key that was thrown away nobody is found any more. */
function heldKeys(keys: Keys): readonly Key[] {
  const current = keys.current('pseudonym');
  const held: Key[] = [];
  for (let number = Number(current.id.slice('pseudonym-'.length)); number >= 1; number--) {
    try {
      held.push(keys.byId(`pseudonym-${number}`));
    } catch (fault) {
      if (!(fault instanceof TyrianError && fault.code === 'KEY_UNKNOWN')) throw fault;
    }
  }
  return held;
}
