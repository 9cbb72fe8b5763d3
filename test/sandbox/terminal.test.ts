import { describe, expect, it } from 'vitest';
import { runsOf } from '../../src/sandbox/markup.ts';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { drawMarkdown, drawMessage, type Look, widthOf } from '../../src/sandbox/terminal.ts';
import { PROMPT_TEXTS } from '../../src/sandbox/texts.ts';

const plain: Look = { columns: 30, colour: false, texts: PROMPT_TEXTS.en, numberOf: () => 1 };
const ESCAPE = '\u001b';

describe('a text in Discord’s Markdown', () => {
  it('is drawn without its marks: headings, quotations, small text, lists, code', () => {
    const text = '# Title\n> quoted **word**\n-# small\n- item\n```js\na*b*c\n```\n>>> all\nthe rest';
    expect(drawMarkdown(text, plain)).toEqual([
      'Title',
      '▎ quoted word',
      'small',
      '• item',
      '  a*b*c',
      '▎ all',
      '▎ the rest',
    ]);
  });

  it('shows bold as bold and small text dim in colour', () => {
    const colour = { ...plain, colour: true };
    expect(drawMarkdown('a **b c** d', colour)).toEqual([`a ${ESCAPE}[1mb c${ESCAPE}[22m d`]);
    expect(drawMarkdown('-# b', colour)).toEqual([`${ESCAPE}[2mb${ESCAPE}[22m`]);
  });

  it('resolves escapes and leaves alone what is no mark', () => {
    const shown = (text: string): string => drawMarkdown(text, { ...plain, columns: 200 }).join('\n');
    expect(shown('\\*not bold\\* \\> \\_ \\\\')).toBe('*not bold* > _ \\');
    expect(shown('2 * 3 * 4, snake_case_name, 5** and **open')).toBe('2 * 3 * 4, snake_case_name, 5** and **open');
    expect(shown('**a *b* c** __u__ ~~s~~ `x*y*`')).toBe('a b c u s x*y*');
  });

  it('shows where links lead', () => {
    const wide = { ...plain, columns: 200 };
    expect(drawMarkdown('[Article](https://a.example/x_y_z) and <https://b.example>.', wide)).toEqual([
      'Article <https://a.example/x_y_z> and https://b.example.',
    ]);
    expect(runsOf('https://a.example/_b_.')).toEqual([
      { text: 'https://a.example/_b_', styles: ['link'] },
      { text: '.', styles: [] },
    ]);
  });

  it('is wrapped between words, with the bar of a quotation before every line', () => {
    const lines = drawMarkdown('> one two three four five **six**, seven eight', { ...plain, columns: 20 });
    expect(lines).toEqual(['▎ one two three four', '▎ five six, seven', '▎ eight']);
    expect(lines.every((line) => widthOf(line) <= 20)).toBe(true);
  });

  it('cannot command the terminal', () => {
    expect(drawMarkdown(`a${ESCAPE}[2Jb\u0007c\u202ed\u009b31m`, plain)).toEqual(['a[2Jbcd31m']);
  });

  it('is measured as a terminal shows it', () => {
    expect([widthOf('Straße'), widthOf('🔎 x'), widthOf('停战'), widthOf('e\u0301')]).toEqual([6, 4, 4, 1]);
  });
});

describe('a message', () => {
  it('is drawn with its containers, sections, separators, buttons and links', async () => {
    const sandbox = await startSandbox();
    const anna = sandbox.createUser({ name: 'anna' });
    const { channel } = await anna.sendDirectMessage('x');
    const button = (label: string, more: object = {}) => ({ type: 2, style: 1, label, custom_id: label, ...more });
    const components = [
      {
        type: 17,
        accent_color: 0xff0000,
        components: [
          { type: 9, components: [{ type: 10, content: '> said' }], accessory: button('Share') },
          { type: 14 },
          { type: 10, content: '-# Paper, 2025' },
        ],
      },
      {
        type: 1,
        components: [
          button('More passages'),
          button('Off', { disabled: true }),
          { type: 2, style: 5, label: 'Open', url: 'https://a.example/article' },
        ],
      },
    ];
    const response = await fetch(`${sandbox.apiUrl}/v10/channels/${channel.id}/messages`, {
      method: 'POST',
      headers: { authorization: `Bot ${sandbox.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ flags: 1 << 15, components }),
    });
    expect(response.status).toBe(200);
    const message = anna.directMessages().at(-1);
    if (!message) throw new Error('no message');
    let number = 0;
    const numberOf = ({ disabled }: { disabled: boolean }): number | null => {
      if (disabled) return null;
      number += 1;
      return number;
    };
    expect(drawMessage(message, { ...plain, columns: 40, numberOf })).toEqual([
      'Wortlaut',
      '┃ ▎ said',
      '┃ [1 Share]',
      `┃ ${'─'.repeat(38)}`,
      '┃ Paper, 2025',
      '[2 More passages] [Off: disabled]',
      '[Open] https://a.example/article',
    ]);
    expect(drawMessage(message, { ...plain, columns: 40, colour: true })[1]).toContain(`${ESCAPE}[38;2;255;0;0m┃ `);
    await sandbox.close();
  });
});
