import { expect, it } from 'vitest';
import { isEnglish } from './english.js';

it.each([
  'How do I sharpen a kitchen knife?',
  'masterpiece, best quality, 1girl, solo, long hair, school uniform',
  'cat',
  'Bake cookies tonight',
  'for (let i = 0; i < n; i++) { return i; }',
  'My café serves naïve customers with a façade of calm',
  'The word 東京 means Tokyo',
  '',
  '😀😀😀',
])('takes for English: %s', (text) => {
  expect(isEnglish(text)).toBe(true);
});

it.each([
  'Wie kann ich am besten ein Brot backen?',
  'Comment faire du pain à la maison avec mes enfants ?',
  'Làm thế nào để nướng bánh mì tại nhà',
  'Como puedo hacer pan en mi casa con poca harina',
  '如何烤面包',
  'Как испечь хлеб дома',
  'كيف أخبز الخبز في المنزل',
  'gato, perro, la casa, el sol, una flor, los arboles',
])('does not take for English: %s', (text) => {
  expect(isEnglish(text)).toBe(false);
});
