import { harmless, type Line, linesOf, type Run, type Style } from './markup.ts';
import type { Button, Message } from './message.ts';
import type { PromptTexts } from './texts.ts';
import { BUTTON_STYLE, COMPONENT, type Component, type Embed, objectOf } from './wire.ts';

/** How to draw. */
export interface Look {
  /** The terminal's width in cells. */
  readonly columns: number;
  readonly colour: boolean;
  readonly texts: PromptTexts;
  /** The number by which a button can be pressed; null for one that cannot. */
  readonly numberOf: (button: Button) => number | null;
}

const SGR: Readonly<Record<Style, readonly [on: number, off: number]>> = {
  bold: [1, 22],
  dim: [2, 22],
  italic: [3, 23],
  underline: [4, 24],
  strike: [9, 29],
  code: [36, 39],
  link: [34, 39],
};

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const WIDE = /\p{Extended_Pictographic}(?!\ufe0e)|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/u;

/** How many cells a text takes in a terminal. */
export function widthOf(text: string): number {
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += WIDE.test(segment) ? 2 : 1;
  return width;
}

/** A text in a look, if colours are wanted. */
export function styled(text: string, styles: readonly Style[], colour: boolean): string {
  if (!colour) return text;
  return styles.reduce((inner, style) => `\u001b[${SGR[style][0]}m${inner}\u001b[${SGR[style][1]}m`, text);
}

/** Draws a message as Discord shows it: one string a line, none wider than the terminal but for long addresses. */
export function drawMessage(message: Message, look: Look): readonly string[] {
  const { texts, colour } = look;
  const notes = [message.ephemeral ? texts.onlyYou : '', message.edited ? texts.edited : ''].filter((n) => n !== '');
  if (message.thinking) {
    return [styled([texts.thinking(harmless(message.author.name)), ...notes].join(' · '), ['dim'], colour)];
  }
  const name = styled(harmless(message.author.name), ['bold'], colour);
  const head = notes.length > 0 ? `${name} ${styled(`· ${notes.join(' ')}`, ['dim'], colour)}` : name;
  return [
    head,
    ...(message.content === '' ? [] : drawMarkdown(message.content, look)),
    ...message.embeds.flatMap((embed) => barred(drawEmbed(embed, narrower(look)), undefined, look)),
    ...drawAll(message.components, look),
    ...message.attachments
      .filter(({ filename }) => !JSON.stringify(message.components).includes(`attachment://${filename}`))
      .map(({ filename, url }) => `[${harmless(filename)}] ${url}`),
  ];

  function drawAll(components: readonly Component[], inside: Look): readonly string[] {
    return components.flatMap((component) => draw(component, inside));
  }

  function draw(component: Component, inside: Look): readonly string[] {
    switch (component.type) {
      case COMPONENT.textDisplay:
        return drawMarkdown(component.content ?? '', inside);
      case COMPONENT.actionRow:
        return drawRow(component.components ?? [], inside);
      case COMPONENT.section:
        return [
          ...drawAll(component.components ?? [], inside),
          ...(component.accessory ? draw(component.accessory, inside) : []),
        ];
      case COMPONENT.button:
        return drawRow([component], inside);
      case COMPONENT.separator:
        return [component.divider === false ? '' : styled('─'.repeat(inside.columns), ['dim'], inside.colour)];
      case COMPONENT.container:
        return barred(drawAll(component.components ?? [], narrower(inside)), component.accent_color, inside);
      case COMPONENT.mediaGallery:
        return (component.items ?? []).flatMap((item) => drawMedia(item.media.url, item.description, inside));
      case COMPONENT.thumbnail:
        return drawMedia(component.media?.url ?? '', component.description, inside);
      case COMPONENT.file:
        return drawMedia(component.file?.url ?? '', undefined, inside);
      default:
        return [];
    }
  }

  function drawMedia(url: string, description: string | undefined, inside: Look): readonly string[] {
    const upload = message.attachments.find(({ filename }) => `attachment://${filename}` === url);
    const label = description ?? upload?.description ?? '';
    const about = [texts.picture, label].filter((part) => part !== '').join(': ');
    return [
      ...wrap({ runs: [{ text: harmless(`[${about}]`), styles: ['dim'] }], indent: '', marker: '' }, inside),
      upload?.url ?? url,
    ];
  }
}

/** Draws a text in Discord's Markdown. */
export function drawMarkdown(markdown: string, look: Look): readonly string[] {
  return linesOf(markdown).flatMap((line) => wrap(line, look));
}

function drawRow(components: readonly Component[], look: Look): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const component of components) {
    const drawn = drawButton(component, look);
    if (line !== '' && widthOf(line) + 1 + widthOf(drawn) > look.columns) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? drawn : `${line} ${drawn}`;
  }
  return line === '' ? lines : [...lines, line];
}

function drawButton(component: Component, look: Look): string {
  const label = harmless(component.label ?? component.emoji?.name ?? '');
  if (component.style === BUTTON_STYLE.link) return `[${label}] ${harmless(component.url ?? '')}`;
  const number = look.numberOf({
    label: component.label ?? '',
    customId: component.custom_id ?? null,
    url: null,
    style: component.style ?? 0,
    disabled: component.disabled ?? false,
  });
  return number === null ? `[${label}: ${look.texts.disabled}]` : `[${number} ${label}]`;
}

function drawEmbed(embed: Embed, look: Look): readonly string[] {
  const texts = [
    typeof embed['title'] === 'string' ? `**${embed['title']}**` : '',
    typeof embed['description'] === 'string' ? embed['description'] : '',
    ...(Array.isArray(embed['fields']) ? embed['fields'] : []).map((field) => {
      const { name, value } = objectOf(field) ?? {};
      return `**${String(name)}**\n${String(value)}`;
    }),
  ];
  return texts.filter((text) => text !== '').flatMap((text) => drawMarkdown(text, look));
}

const CONTAINER_BAR = '┃ ';

function narrower(look: Look): Look {
  return { ...look, columns: Math.max(10, look.columns - CONTAINER_BAR.length) };
}

/** Lines with an accent bar at their left, in the container's colour. */
function barred(lines: readonly string[], accent: number | undefined, { colour }: Look): readonly string[] {
  const rgb = accent === undefined ? null : [accent >> 16, (accent >> 8) & 0xff, accent & 0xff].join(';');
  const bar = colour && rgb !== null ? `\u001b[38;2;${rgb}m${CONTAINER_BAR}\u001b[39m` : CONTAINER_BAR;
  return lines.map((line) => bar + line);
}

/** Breaks a line between words so that it fits; a word that is too long for a line is not broken. */
function wrap({ runs, indent, marker }: Line, { columns, colour }: Look): readonly string[] {
  const lines: Run[][] = [[]];
  let width = 0;
  const room = Math.max(10, columns - widthOf(indent));
  const words = runs.flatMap(({ text, styles }): readonly Run[] =>
    (text.match(/\s+|\S+/g) ?? []).map((word) => ({ text: word, styles })),
  );
  for (const [index, word] of words.entries()) {
    const blank = word.text.trim() === '';
    // A word may consist of several runs, such as a bold one and the comma behind it: they stay together.
    const startsWord = index === 0 || words[index - 1]?.text.trim() === '';
    const whole = blank || !startsWord ? 0 : wholeWidth(words, index);
    if (width > 0 && width + whole > room) {
      lines.push([]);
      width = 0;
    }
    if (blank && width === 0 && lines.length > 1) continue;
    lines.at(-1)?.push(word);
    width += widthOf(word.text);
  }
  const first = indent.slice(0, indent.length - marker.length) + marker;
  return lines.map((line, index) => (index === 0 ? first : indent) + drawRuns(line, colour));
}

/** The runs of one line, without blanks at its end; neighbours of one look are styled together. */
function drawRuns(runs: readonly Run[], colour: boolean): string {
  const joined: Run[] = [];
  const end = runs.findLastIndex(({ text }) => text.trim() !== '');
  for (const { text, styles } of runs.slice(0, end + 1)) {
    const last = joined.at(-1);
    if (last?.styles.join() === styles.join()) joined[joined.length - 1] = { text: last.text + text, styles };
    else joined.push({ text, styles });
  }
  return joined.map(({ text, styles }) => styled(text, styles, colour)).join('');
}

function wholeWidth(words: readonly Run[], from: number): number {
  const end = words.findIndex(({ text }, index) => index > from && text.trim() === '');
  return widthOf(
    words
      .slice(from, end === -1 ? undefined : end)
      .map(({ text }) => text)
      .join(''),
  );
}
