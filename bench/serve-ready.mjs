// How long `tyrian serve` takes until it answers: the first start on an empty folder, then restarts. Goal: 2 s each.
import { quantile, report, residentMb, round } from './measure/process.mjs';
import { dataFolder, startServer } from './measure/server.mjs';

const RESTARTS = 7;
const folder = dataFolder();
const times = [];
let memory = 0;
for (let i = 0; i <= RESTARTS; i++) {
  const server = await startServer(folder);
  times.push(server.readyMs);
  memory = residentMb(server.pid);
  await server.stop();
}
const [first, ...restarts] = times;
report({
  firstMs: round(first, 0),
  restarts: RESTARTS,
  restartMsP50: round(quantile(restarts, 0.5), 0),
  restartMsWorst: round(Math.max(...restarts), 0),
  rssMb: memory,
});
