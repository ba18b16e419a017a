import type { Answer } from '../api/ask';
import { Once } from '../ui/once';
import { Time } from '../ui/time';

/** The way in for somebody, shown once. The code stands behind the `#`, which no browser sends to any server. */
export function Invitation({ member, invitation }: Answer<'member.invite'>) {
  return (
    <div className="stack">
      <p>
        Give this to {member.name}, and to nobody else. It works once, until <Time at={invitation.until} />.
      </p>
      <Once
        label="Invitation"
        hint="It is not shown again; “New code” makes another."
        value={`${window.location.origin}/console/join#${invitation.code}`}
      />
    </div>
  );
}
