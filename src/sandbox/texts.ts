import type { Localised } from '../language/language.ts';

/** What the prompt itself says, in either language. */
export interface PromptTexts {
  /** Shown at the start; `bot` is the bot's name, `menu` an entry of the message menu or null where there is none. */
  readonly greeting: (bot: string, menu: string | null) => readonly string[];
  readonly prompt: string;
  readonly onlyYou: string;
  readonly thinking: (bot: string) => string;
  readonly edited: string;
  readonly deleted: string;
  readonly disabled: string;
  readonly silent: (bot: string) => string;
  readonly noCommands: string;
  readonly required: string;
  readonly unknownCommand: (name: string) => string;
  readonly missingOption: (option: string) => string;
  readonly notSent: (reason: string) => string;
  readonly noButton: (number: number) => string;
  readonly noMessage: string;
  readonly picture: string;
  readonly goodbye: string;
}

export const PROMPT_TEXTS: Localised<PromptTexts> = {
  de: {
    greeting: (bot, menu) => [
      `Ein kleines Discord auf diesem Rechner: eine Direktnachricht an ${bot}.`,
      'Eine Frage einfach eintippen. / zeigt die Befehle, Tab ergänzt, /quit beendet.',
      'Optionen: /befehl Text name:Wert. Knöpfe tragen eine Nummer: die Nummer eintippen drückt sie.',
      ...(menu ? [`>${menu} wendet das Nachrichtenmenü auf die letzte eigene Nachricht an (… 2: die davor).`] : []),
    ],
    prompt: 'du> ',
    onlyYou: 'nur für dich sichtbar',
    thinking: (bot) => `${bot} denkt nach …`,
    edited: '(bearbeitet)',
    deleted: '(eine Nachricht wurde gelöscht)',
    disabled: 'gesperrt',
    silent: (bot) => `${bot} hat nicht reagiert.`,
    noCommands: 'Noch sind keine Befehle registriert.',
    required: 'nötig',
    unknownCommand: (name) => `Den Befehl „${name}“ gibt es nicht; / zeigt alle.`,
    missingOption: (option) => `Es fehlt: ${option}`,
    notSent: (reason) => `Das würde Discord nicht senden: ${reason}`,
    noButton: (number) => `Einen Knopf ${number} gibt es hier nicht.`,
    noMessage: 'Es gibt noch keine eigene Nachricht, auf die sich das Menü anwenden ließe.',
    picture: 'Bild',
    goodbye: 'Auf Wiedersehen.',
  },
  en: {
    greeting: (bot, menu) => [
      `A small Discord on this machine: a direct message to ${bot}.`,
      'Just type a question. / lists the commands, Tab completes, /quit ends.',
      'Options: /command text name:value. Buttons have a number: typing the number presses them.',
      ...(menu ? [`>${menu} uses the message menu on your last message (… 2: on the one before).`] : []),
    ],
    prompt: 'you> ',
    onlyYou: 'only you can see this',
    thinking: (bot) => `${bot} is thinking …`,
    edited: '(edited)',
    deleted: '(a message was deleted)',
    disabled: 'disabled',
    silent: (bot) => `${bot} did not respond.`,
    noCommands: 'No commands are registered yet.',
    required: 'required',
    unknownCommand: (name) => `There is no command “${name}”; / lists them all.`,
    missingOption: (option) => `Missing: ${option}`,
    notSent: (reason) => `Discord would not send this: ${reason}`,
    noButton: (number) => `There is no button ${number} here.`,
    noMessage: 'There is no message of yours yet that the menu could be used on.',
    picture: 'picture',
    goodbye: 'Goodbye.',
  },
};
