import { describe, expect, it } from 'vitest';
import { GuardModelSetting } from './guard-model-setting.js';

const server = { family: 'llama-guard-3', server: 'ollama', url: 'http://127.0.0.1:11434', model: 'llama-guard3:8b' };
const folder = { family: 'onnx-classifier', server: 'onnx-folder', url: 'file:///srv/models/one', model: 'one' };
const isTaken = (setting: object) => GuardModelSetting.safeParse(setting).success;

describe('the setting of a guard model', () => {
  it('is at a server, or in a folder for the family that has one', () => {
    expect([isTaken(server), isTaken(folder)]).toEqual([true, true]);
    expect(isTaken({ ...server, url: folder.url })).toBe(false);
    expect(isTaken({ ...folder, url: server.url })).toBe(false);
  });

  it.each(['ftp://127.0.0.1', 'data:,x', 'FILE:x', 'models/one', ''])('is at no other URL: %s', (url) => {
    expect(isTaken({ ...server, url })).toBe(false);
  });
});
