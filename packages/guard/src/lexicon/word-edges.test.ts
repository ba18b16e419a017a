import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compileLexicons } from './compile.js';
import { loadLexicon } from './lexicon.js';
import { WordEdges } from './word-edges.js';

it('has words where the language has them', () => {
  const edges = new WordEdges('我喜欢大学生活');
  expect(edges.isWord('zh', 1, 3)).toBe(true);
  expect(edges.isWord('zh', 2, 4)).toBe(false);
});

it('agrees with a segmentation of the whole text wherever a stretch begins', () => {
  const sentence = fc.constantFrom('我喜欢大学生活。', '今天天气很好，', '他在图书馆看书。', 'and ');
  fc.assert(
    fc.property(fc.array(sentence, { maxLength: 40 }), (sentences) => {
      const text = sentences.join('');
      const edges = new WordEdges(text);
      const whole = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)];
      for (const { segment, index } of whole) expect(edges.isWord('zh', index, index + segment.length)).toBe(true);
    }),
  );
});

it('lets a term marked /w be found only as a word', () => {
  const text =
    'schemaVersion: 1\nlanguage: zh\ntitle: Test\nrules: [{ id: r, attribute: art, score: 0.5, match: [TERM] }]';
  const count = (term: string, subject: string) => {
    let seen = 0;
    const found = () => {
      seen++;
      return 0;
    };
    const lexicon = loadLexicon(compileLexicons([{ name: 'test.yaml', text: text.replace('TERM', term) }]));
    lexicon.scan(
      { view: { name: 'raw', text: subject }, original: subject, stage: 'input', role: 'user' },
      found,
      () => undefined,
    );
    return seen;
  };
  expect(count('学生', '他们喜欢大学生活')).toBe(1);
  expect(count('学生/w', '他们喜欢大学生活')).toBe(0);
  expect(count('学生/w', '他是学生。')).toBe(1);
});
