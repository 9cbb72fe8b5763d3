import { LIMITS } from '../limits.ts';
import { BUTTON_STYLE, COMPONENT, type Json, MESSAGE_FLAG, objectOf } from '../wire.ts';
import type { MessageSubject } from './message.ts';
import { duplicates, has, lengthProblems, numberOf, objectsOf, type Rule, textOf, unknownFields } from './rule.ts';

const SELECTS = [COMPONENT.stringSelect, 5, 6, 7, 8];
const { actionRow, section, textDisplay, thumbnail, mediaGallery, file, separator, container, button } = COMPONENT;
const LAYOUT = [actionRow, section, textDisplay, mediaGallery, file, separator];

/** Which components may stand in which: `top` on the message itself. */
const CHILDREN: Readonly<Record<string, readonly number[]>> = {
  top: [...LAYOUT, container],
  [container]: LAYOUT,
  [section]: [textDisplay],
  [actionRow]: [button, ...SELECTS],
};

/** The fields that Discord knows of each component, beside `type` and `id`. */
const FIELDS: Readonly<Record<number, readonly string[]>> = {
  [actionRow]: ['components'],
  [button]: ['style', 'label', 'emoji', 'custom_id', 'sku_id', 'url', 'disabled'],
  [COMPONENT.stringSelect]: ['custom_id', 'options', 'placeholder', 'min_values', 'max_values', 'disabled', 'required'],
  [section]: ['components', 'accessory'],
  [textDisplay]: ['content'],
  [thumbnail]: ['media', 'description', 'spoiler'],
  [mediaGallery]: ['items'],
  [file]: ['file', 'spoiler'],
  [separator]: ['divider', 'spacing'],
  [container]: ['components', 'accent_color', 'spoiler'],
};

/** A component with where it stands: `in` is its parent's type, `top`, or `accessory`. */
interface Placed {
  readonly component: Json;
  readonly type: number;
  readonly in: string;
}

function* placed(components: readonly Json[], parent: string): Generator<Placed> {
  for (const component of components) {
    const type = numberOf(component, 'type') ?? 0;
    yield { component, type, in: parent };
    yield* placed(objectsOf(component, 'components'), String(type));
    const accessory = objectOf(component['accessory']);
    if (accessory) yield* placed([accessory], 'accessory');
  }
}

function all({ message }: MessageSubject): readonly Placed[] {
  return [...placed(objectsOf(message, 'components'), 'top')];
}

function ofType(subject: MessageSubject, type: number): readonly Json[] {
  return all(subject)
    .filter((known) => known.type === type)
    .map(({ component }) => component);
}

function isV2({ message }: MessageSubject): boolean {
  return ((numberOf(message, 'flags') ?? 0) & MESSAGE_FLAG.componentsV2) !== 0;
}

/** The addresses of all pictures and files in the components. */
function mediaUrls(subject: MessageSubject): readonly string[] {
  return all(subject).flatMap(({ component }) =>
    [component['media'], component['file'], ...objectsOf(component, 'items').map((item) => item['media'])].flatMap(
      (media) => {
        const object = objectOf(media);
        return object ? textOf(object, 'url') : [];
      },
    ),
  );
}

const isLink = (json: Json): boolean => numberOf(json, 'style') === BUTTON_STYLE.link;
const isPremium = (json: Json): boolean => numberOf(json, 'style') === BUTTON_STYLE.premium;

/** The rules about components, of Components V2 and of the older rows. */
export const COMPONENT_RULES: readonly Rule<MessageSubject>[] = [
  {
    id: 'v2-flag',
    check: (subject) =>
      subject.creates && !isV2(subject) && objectsOf(subject.message, 'components').some((c) => c['type'] !== actionRow)
        ? ['components: these need the flag IS_COMPONENTS_V2.']
        : [],
  },
  {
    id: 'v2-content',
    check: (subject) =>
      isV2(subject)
        ? ['content', 'embeds', 'poll', 'sticker_ids']
            .filter((field) => has(subject.message, field))
            .map((field) => `${field}: cannot be used together with IS_COMPONENTS_V2.`)
        : [],
  },
  {
    id: 'v2-components',
    check: (subject) => {
      const count = all(subject).length;
      return count > LIMITS.components ? [`components: ${count} in all, at most ${LIMITS.components}.`] : [];
    },
  },
  {
    id: 'v2-characters',
    check: (subject) => {
      const count = ofType(subject, textDisplay).reduce((sum, { content }) => sum + String(content).length, 0);
      const most = LIMITS.textDisplayCharacters;
      return count > most ? [`components: ${count} characters of text, at most ${most}.`] : [];
    },
  },
  {
    id: 'v2-bytes',
    check: (subject) => {
      const texts = ofType(subject, textDisplay).map(({ content }) => String(content));
      const bytes = Buffer.byteLength(texts.join(''));
      return bytes > LIMITS.textDisplayBytes ? [`components: ${bytes} bytes of text may be answered with 500.`] : [];
    },
  },
  {
    id: 'component-place',
    check: (subject) =>
      all(subject).flatMap(({ type, in: parent }) => {
        const allowed = parent === 'accessory' ? [button, thumbnail] : (CHILDREN[parent] ?? []);
        return allowed.includes(type) ? [] : [`components: type ${type} cannot stand in ${parent}.`];
      }),
  },
  {
    id: 'component-fields',
    check: (subject) =>
      all(subject).flatMap(({ component, type }) =>
        FIELDS[type] ? unknownFields(component, ['type', 'id', ...FIELDS[type]], `component ${type}: `) : [],
      ),
  },
  {
    id: 'component-id',
    check: (subject) => {
      const ids = all(subject).flatMap(({ component }) => numberOf(component, 'id') || []);
      return duplicates(ids.map(String)).map((id) => `components: the id ${id} occurs twice.`);
    },
  },
  {
    id: 'rows',
    check: (subject) => {
      const { length } = objectsOf(subject.message, 'components');
      return !isV2(subject) && subject.creates && length > LIMITS.rows
        ? [`components: ${length} rows, at most ${LIMITS.rows}.`]
        : [];
    },
  },
  {
    id: 'row-size',
    check: (subject) =>
      ofType(subject, actionRow).flatMap((row) => {
        const children = objectsOf(row, 'components');
        const selects = children.filter(({ type }) => SELECTS.some((select) => select === type)).length;
        const most = selects > 0 ? 1 : LIMITS.rowButtons;
        const { length } = children;
        return length >= 1 && length <= most ? [] : [`a row holds 1 to ${most} components, not ${length}.`];
      }),
  },
  {
    id: 'section',
    check: (subject) =>
      ofType(subject, section).flatMap((json) => {
        const { length } = objectsOf(json, 'components');
        return [
          ...(length >= 1 && length <= LIMITS.sectionTexts ? [] : [`a section holds 1 to 3 texts, not ${length}.`]),
          ...(has(json, 'accessory') ? [] : ['a section needs an accessory.']),
        ];
      }),
  },
  {
    id: 'container',
    check: (subject) =>
      ofType(subject, container).flatMap((json) => {
        const color = numberOf(json, 'accent_color') ?? 0;
        return [
          ...(has(json, 'components') ? [] : ['a container cannot be empty.']),
          ...(color >= 0 && color <= 0xffffff ? [] : ['accent_color: must be between 0 and 16777215.']),
        ];
      }),
  },
  {
    id: 'text-display',
    check: (subject) =>
      ofType(subject, textDisplay).flatMap((json) =>
        textOf(json, 'content').trim() === '' ? ['content: a text display cannot be empty.'] : [],
      ),
  },
  {
    id: 'separator',
    check: (subject) =>
      ofType(subject, separator).flatMap((json) =>
        has(json, 'spacing') && ![1, 2].includes(Number(json['spacing'])) ? ['spacing: must be 1 or 2.'] : [],
      ),
  },
  {
    id: 'gallery',
    check: (subject) =>
      ofType(subject, mediaGallery).flatMap((json) => {
        const { length } = objectsOf(json, 'items');
        return length >= 1 && length <= LIMITS.galleryItems ? [] : [`a gallery holds 1 to 10 items, not ${length}.`];
      }),
  },
  {
    id: 'attachment-missing',
    check: (subject) =>
      mediaUrls(subject)
        .filter((url) => subject.creates && url.startsWith('attachment://'))
        .filter((url) => !subject.files.includes(url.slice('attachment://'.length)))
        .map((url) => `${url}: no such file was uploaded.`),
  },
  {
    id: 'custom-id',
    check: (subject) =>
      all(subject).flatMap(({ component }) => lengthProblems(component, 'custom_id', LIMITS.customId, 1)),
  },
  {
    id: 'custom-id-twice',
    check: (subject) =>
      duplicates(all(subject).flatMap(({ component }) => textOf(component, 'custom_id') || [])).map(
        (id) => `custom_id: "${id}" occurs twice.`,
      ),
  },
  {
    id: 'button-style',
    check: (subject) =>
      ofType(subject, button).flatMap((json) => {
        const style = numberOf(json, 'style') ?? 0;
        return style >= 1 && style <= 6 ? [] : [`style: ${style} is none.`];
      }),
  },
  {
    id: 'button-label',
    check: (subject) =>
      ofType(subject, button).flatMap((json) => [
        ...lengthProblems(json, 'label', LIMITS.buttonLabel),
        ...(has(json, 'label') || has(json, 'emoji') || isPremium(json) ? [] : ['a button needs a label or an emoji.']),
      ]),
  },
  {
    id: 'button-url',
    check: (subject) =>
      ofType(subject, button).flatMap((json) => {
        if (!isLink(json)) return has(json, 'url') ? ['url: only a link button has one.'] : [];
        const url = textOf(json, 'url');
        const problems = [...lengthProblems(json, 'url', LIMITS.buttonUrl)];
        if (!/^(https?|discord):\/\/\S/.test(url) || !URL.canParse(url)) problems.push(`url: "${url}" is not valid.`);
        return problems;
      }),
  },
  {
    id: 'button-custom-id',
    check: (subject) =>
      ofType(subject, button).flatMap((json) => {
        const needed = !isLink(json) && !isPremium(json);
        if (needed === has(json, 'custom_id')) return [];
        return [needed ? 'custom_id: a button needs one.' : 'custom_id: a link button has none.'];
      }),
  },
  {
    id: 'select',
    check: (subject) =>
      ofType(subject, COMPONENT.stringSelect).flatMap((json) => {
        const options = objectsOf(json, 'options');
        const fits = options.length >= 1 && options.length <= LIMITS.selectOptions;
        return [
          ...(fits ? [] : [`options: must be between 1 and 25 in length, is ${options.length}.`]),
          ...(has(json, 'custom_id') ? [] : ['custom_id: a select needs one.']),
          ...lengthProblems(json, 'placeholder', LIMITS.selectPlaceholder),
          ...duplicates(options.map((option) => textOf(option, 'value'))).map((value) => `"${value}" occurs twice.`),
          ...options.flatMap((option) =>
            ['label', 'value', 'description'].flatMap((field) => lengthProblems(option, field, LIMITS.selectText, 1)),
          ),
        ];
      }),
  },
];
