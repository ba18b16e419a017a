import type { Block, Page } from './block.js';

const WIDTH = 120;

export function toMarkdown({ title, lead, blocks, footer }: Page): string {
  return `${[`# ${plain(title)}`, wrapped(plain(lead)), ...blocks.map(written), '---', wrapped(plain(footer))].join('\n\n')}\n`;
}

function written(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `## ${plain(block.text)}`;
    case 'text':
      return wrapped(plain(block.text));
    case 'note':
      return wrapped(`**${plain(block.text)}**`);
    case 'list':
      return block.items.map((item) => wrapped(plain(item), '- ', '  ')).join('\n');
    case 'table':
      return [block.head, block.head.map(() => '---'), ...block.rows]
        .map((row) => `| ${row.map((cell) => plain(cell).replaceAll('|', '\\|')).join(' | ')} |`)
        .join('\n');
  }
}

/** What Markdown would take for markup is escaped; a policy's author writes plain text. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_<>#~]/g, '\\$&');
}

function wrapped(text: string, first = '', rest = ''): string {
  const lines: string[] = [];
  let line = first;
  for (const word of text.split(' ')) {
    if (line.trim() !== '' && line !== first && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = rest + word;
    } else line += line === first || line === rest ? word : ` ${word}`;
  }
  return [...lines, line].join('\n');
}
