import { fuzzDoors } from './_fuzz-doors.js';

fuzzDoors(12);
