import { Dialog } from '../ui/dialog';
import { PLACES } from './places';

const MORE = [
  ['F9', 'Look away: cover everything, and back'],
  ['/', 'Search or filter on this page'],
  ['?', 'This sheet'],
  ['j  k', 'Down and up in a list'],
  ['Enter', 'Open what is chosen'],
] as const;

/** Which keys there are. */
export function KeySheet({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  return (
    <Dialog title="Keys" isOpen={isOpen} onClose={onClose}>
      <dl className="facts">
        {MORE.map(([keys, what]) => (
          <Fact key={keys} keys={keys} what={what} />
        ))}
        {PLACES.map(({ key, name }) => (
          <Fact key={key} keys={`g ${key}`} what={name} />
        ))}
      </dl>
    </Dialog>
  );
}

function Fact({ keys, what }: { keys: string; what: string }) {
  return (
    <>
      <dt>
        <kbd>{keys}</kbd>
      </dt>
      <dd>{what}</dd>
    </>
  );
}
