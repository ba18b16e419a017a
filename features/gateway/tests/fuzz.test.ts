import { fuzzDoors } from './_fuzz-doors.js';
import { fuzzFiles } from './_fuzz-files.js';

fuzzDoors(12);
fuzzFiles(30);
