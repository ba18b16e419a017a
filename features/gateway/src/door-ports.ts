import type { GatewayPorts } from './ports.js';

/** With what the doors share among themselves. */
export type DoorPorts = GatewayPorts;
