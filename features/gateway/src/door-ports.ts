import type { WaitingRoom } from './conduct/waiting-room.js';
import type { GatewayPorts } from './ports.js';
import type { HoldCap } from './verdict/hold-cap.js';

/** With what the doors share among themselves. */
export interface DoorPorts extends GatewayPorts {
  readonly holdCap: HoldCap;
  readonly waiting: WaitingRoom;
}
