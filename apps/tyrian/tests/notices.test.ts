import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { noticeSuite } from './_notice-suite.js';
import { startServer, temporaryFolder } from './_program.js';

describe('notices and appeals on the embedded database', () => noticeSuite(() => []));

describe('the setting "notices"', () => {
  it('takes all of it away', async () => {
    const folder = temporaryFolder();
    const config = `${folder.path}/tyrian.yaml`;
    writeFileSync(config, 'notices: off\n');
    const server = await startServer(`${folder.path}/data`, ['--config', config]);
    for (const path of ['/notice', '/appeal', '/usage-policy', '/v1/notices'])
      expect((await fetch(`${server.url}${path}`)).status).toBeGreaterThanOrEqual(401);
    await server.stop();
    folder.dispose();
  });
});
