import type { WaitingRoom } from './conduct/waiting-room.js';
import type { ToolPins } from './doors/mcp/tool-pins.js';
import type { GatewayPorts } from './ports.js';

/** With what the doors share among themselves. */
export interface DoorPorts extends GatewayPorts {
  readonly waiting: WaitingRoom;
  readonly toolPins: ToolPins;
}
