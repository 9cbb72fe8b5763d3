import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIContainerComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import type { QuotationRef } from '../answer/schemas.ts';
import { shorten } from '../shorten.ts';
import { LIMITS } from './limits.ts';

/** The components of a message of ours: a container with texts, below it rows of buttons. */
export type MessageComponent = APIContainerComponent | APIActionRowComponent<APIButtonComponent>;

/** A picture that goes with a message: drawn only when the message is sent. */
export interface Picture {
  /** The name of its file. */
  readonly name: string;
  /** What it shows, in words. */
  readonly description: string;
  /** The picture as PNG. */
  readonly draw: () => Promise<Buffer>;
}

/** A message before it was checked: its components, and what each quotation in it claims to be, in order. */
export interface Draft {
  readonly components: readonly MessageComponent[];
  readonly claims: readonly QuotationRef[];
  readonly picture: Picture | null;
}

const MOST_BUTTONS_IN_ROW = 5;
/** Components that a text takes at most: a line above it, a section, the text itself, the button beside it. */
const COMPONENTS_OF_TEXT = 4;
/** Rows that the buttons of a message with several texts take at most. */
const MOST_ROWS = 2;

/** Writer is responsible for putting texts and buttons into a message without exceeding Discord's limits. */
export class Writer {
  readonly #inner: APIComponentInContainer[] = [];
  readonly #claims: QuotationRef[] = [];
  readonly #buttons: APIButtonComponent[] = [];
  #picture: Picture | null = null;
  #characters = 0;
  #bytes = 0;
  /** The container itself, and the gallery that a picture needs. */
  #components = 2;

  /** Whether a text still fits, with `reserve` characters left for what must follow. */
  fits(text: string, reserve = 0): boolean {
    return (
      this.#characters + text.length + reserve <= LIMITS.textCharacters &&
      this.#bytes + Buffer.byteLength(text) + reserve <= LIMITS.textBytes &&
      this.#components + COMPONENTS_OF_TEXT + this.#buttons.length + MOST_ROWS <= LIMITS.components
    );
  }

  /** Adds a text; one that does not fit is left out, and `false` says so. */
  text(content: string, claim?: QuotationRef): boolean {
    if (!this.#take(content, claim)) return false;
    this.#inner.push({ type: ComponentType.TextDisplay, content });
    return true;
  }

  /** Adds a text with a button beside it. */
  textWithButton(content: string, button: APIButtonComponent, claim?: QuotationRef): boolean {
    if (!this.#take(content, claim)) return false;
    this.#components += 2;
    this.#inner.push({
      type: ComponentType.Section,
      components: [{ type: ComponentType.TextDisplay, content }],
      accessory: button,
    });
    return true;
  }

  separator(): void {
    this.#components += 1;
    this.#inner.push({ type: ComponentType.Separator });
  }

  /** The picture above the texts. */
  picture(picture: Picture): void {
    this.#picture = picture;
  }

  button(button: APIButtonComponent): void {
    this.#buttons.push(button);
  }

  draft(): Draft {
    const rows: MessageComponent[] = [];
    for (let at = 0; at < this.#buttons.length; at += MOST_BUTTONS_IN_ROW) {
      rows.push({ type: ComponentType.ActionRow, components: this.#buttons.slice(at, at + MOST_BUTTONS_IN_ROW) });
    }
    const container: APIContainerComponent = { type: ComponentType.Container, components: this.#inner };
    return { components: [container, ...rows], claims: this.#claims, picture: this.#picture };
  }

  #take(content: string, claim: QuotationRef | undefined): boolean {
    if (!this.fits(content)) return false;
    this.#characters += content.length;
    this.#bytes += Buffer.byteLength(content);
    this.#components += 1;
    if (claim !== undefined) this.#claims.push(claim);
    return true;
  }
}

/** A button that comes back as an interaction. */
export function actionButton(
  label: string,
  customId: string,
  style: ButtonStyle.Secondary | ButtonStyle.Danger = ButtonStyle.Secondary,
): APIButtonComponent {
  return { type: ComponentType.Button, style, label: shorten(label, LIMITS.buttonLabel), custom_id: customId };
}

/** A button that opens an address; undefined where the address is too long for one. */
export function linkButton(label: string, url: string): APIButtonComponent | undefined {
  if (url.length > LIMITS.url) return undefined;
  return { type: ComponentType.Button, style: ButtonStyle.Link, label: shorten(label, LIMITS.buttonLabel), url };
}
