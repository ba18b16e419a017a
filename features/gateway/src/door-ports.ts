import type { WaitingRoom } from './conduct/waiting-room.js';
import type { GatewayPorts } from './ports.js';

/** With what the doors share among themselves. */
export interface DoorPorts extends GatewayPorts {
  readonly waiting: WaitingRoom;
}
