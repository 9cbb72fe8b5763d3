import type { ConfigProblem, FrontMatterExpectation } from '../errors.ts';
import type { Catalogue } from './catalogue.ts';
import { germanDate } from './dates.ts';

const CONFIG: Readonly<Record<ConfigProblem, string>> = {
  'token-malformed':
    'ist kein Bot-Token. Kopiere das Token aus dem Discord Developer Portal (Bot → Reset Token), ohne Leerzeichen und ohne „Bot “ davor.',
  'token-missing': 'fehlt, obwohl DISCORD_API_URL gesetzt ist. Setze beide, oder keines von beiden für die Sandbox.',
  'token-refused':
    'wird von Discord nicht angenommen. Erzeuge im Developer Portal ein neues Token (Bot → Reset Token) und trage es ein.',
  'not-a-url': 'ist keine Adresse. Erwartet wird http:// oder https://, zum Beispiel http://127.0.0.1:8080/api.',
  'not-ids':
    'enthält etwas anderes als Discord-IDs. Erwartet werden Zahlen mit 17 bis 20 Ziffern, durch Kommas getrennt.',
  'not-a-folder':
    'nennt keinen lesbaren Ordner. Prüfe den Pfad und die Rechte, oder lass die Variable weg für den mitgelieferten Ordner.',
  'not-a-level': 'ist keine Protokollstufe. Möglich sind: fatal, error, warn, info, debug, trace, silent.',
  'not-a-port': 'ist kein Port. Erwartet wird eine Zahl von 0 bis 65535; 0 nimmt einen freien.',
  'api-unreachable':
    'nennt einen Server, der nicht antwortet. Prüfe Adresse und Netz; ohne die Variable wird discord.com verwendet.',
};

const EXPECTED: Readonly<Record<FrontMatterExpectation, string>> = {
  'front-matter': 'ein Kopf zwischen zwei Zeilen „---“ am Anfang der Datei',
  'closing-fence': 'eine zweite Zeile „---“, die den Kopf beendet',
  yaml: 'gültiges YAML',
  fields: 'Felder wie „title: …“',
  'known-field': 'ein bekanntes Feld (title, date, language, outlet, event, url, sources, participants)',
  text: 'ein Text',
  date: 'ein Datum (2025, 2025-03 oder 2025-03-18)',
  language: '„de“ oder „en“',
  url: 'eine Adresse mit http:// oder https://',
  sources: 'eine Liste von Quellen mit outlet, url und date',
  participants: 'eine Liste von Teilnehmenden',
};

/** Ends every complaint about a dictionary. */
const WITHOUT_DICTIONARY = 'Prüfe DICTIONARY, oder lass es weg; der Bot läuft ohne weiter.';

const list = (words: readonly string[]): string => words.map((word) => `„${word}“`).join(', ');
const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
const thousands = (count: number): string => count.toLocaleString('de-DE');
const and = (names: readonly string[]): string => new Intl.ListFormat('de').format(names);

export const german: Catalogue = {
  errors: {
    'config.invalid': ({ variable, problem }) => `${variable} ${CONFIG[problem]}`,
    'corpus.unreadable': ({ path, cause }) =>
      `${path} lässt sich nicht lesen (${cause}). Prüfe, ob es den Ordner oder die Datei gibt und ob der Bot sie lesen darf.`,
    'corpus.empty': ({ path, refused }) =>
      refused === 0
        ? `${path} enthält keinen Artikel. Lege eine .md- oder .txt-Datei hinein.`
        : `${path} enthält keinen lesbaren Artikel; ${plural(refused, 'Datei wurde', 'Dateien wurden')} abgelehnt.`,
    'article.unreadable': ({ cause }) => `Die Datei lässt sich nicht lesen (${cause}).`,
    'article.not-utf8': ({ offset }) => `Die Datei ist nicht in UTF-8 (Byte ${offset}). Speichere sie in UTF-8.`,
    'article.empty': () => 'Die Datei enthält keinen Absatz, der sich zitieren ließe.',
    'article.too-large': ({ bytes, limit }) =>
      `Die Datei hat ${thousands(bytes)} Byte; erlaubt sind ${thousands(limit)}. Teile sie auf.`,
    'article.front-matter': ({ field, expected, found }) =>
      `${field === null ? 'Im Kopf' : `Im Feld „${field}“`} wird erwartet: ${EXPECTED[expected]}${found === null ? '' : `; gefunden: ${found}`}.`,
    'article.duplicate-id': ({ id, other }) =>
      `Die Kennung „${id}“ hat schon ${other}. Benenne eine der beiden Dateien um.`,
    'lexicon.invalid': ({ file, line, detail }) => `Das Lexikon ist fehlerhaft: ${file}, Zeile ${line}: ${detail}.`,
    'dictionary.unreadable': ({ path, cause }) =>
      `Das Wörterbuch ${path} lässt sich nicht lesen (${cause}). ${WITHOUT_DICTIONARY}`,
    'dictionary.not-utf8': ({ path }) =>
      `${path} ist nicht in UTF-8: noch gepackt oder in einer anderen Kodierung gespeichert. ${WITHOUT_DICTIONARY}`,
    'dictionary.not-ding': ({ path }) =>
      `${path} ist kein Wörterbuch im Format von Ding („deutsch :: englisch“ in jeder Zeile). ${WITHOUT_DICTIONARY}`,
    'dictionary.truncated': ({ path }) =>
      `${path} endet mitten in einer Zeile: es wurde nicht ganz kopiert. ${WITHOUT_DICTIONARY}`,
    'library.unavailable': () =>
      'Die Artikel sind gerade nicht erreichbar. Versuche es in ein paar Sekunden noch einmal.',
    'library.reindex-running': () => 'Die Artikel werden gerade schon neu eingelesen. Warte, bis das fertig ist.',
    'library.invalid-revision': ({ detail }) =>
      `Der neue Stand ist in sich nicht stimmig (${detail}); der alte bleibt.`,
    'question.empty': () => 'Die Frage ist leer. Schreibe, was du wissen möchtest.',
    'option.invalid-date': ({ option, value }) =>
      `„${value}“ bei „${option}“ ist kein Datum. Schreibe zum Beispiel 2025, 2025-03 oder 18.3.2025.`,
    'option.date-order': ({ since, until }) => `Der Zeitraum endet (${until}), bevor er beginnt (${since}).`,
    'option.unknown-source': ({ value }) => `Eine Quelle „${value}“ gibt es hier nicht. Wähle eine aus der Liste.`,
    'option.unknown-topic': ({ value }) =>
      `Ein Thema „${value}“ gibt es hier nicht. Wähle eines aus der Liste, die beim Tippen erscheint.`,
    'option.unknown-party': ({ value }) =>
      `Von „${value}“ berichten die Artikel keine Aussage. Wähle eine Seite oder Person aus der Liste, die beim Tippen erscheint.`,
    'option.unknown-event': ({ value }) =>
      `Ein Ereignis „${value}“ gibt es hier nicht. Wähle eines aus der Liste, die beim Tippen erscheint.`,
    'option.unknown-choice': ({ option, value, choices }) =>
      `„${value}“ ist bei „${option}“ nicht möglich. Möglich sind: ${choices.map(({ de }) => de).join(', ')}.`,
    'option.ambiguous': ({ option, value, choices, more }) =>
      `„${value}“ bei „${option}“ passt auf mehreres: ${[...choices.map(({ label }) => label.de), ...(more > 0 ? [`${more} weitere`] : [])].join('; ')}.`,
    'compare.same-side': ({ a, b }) =>
      `Vergleichen lassen sich nur zwei verschiedene Seiten, ${a.de === b.de ? `nicht „${a.de}“ mit sich selbst` : `nicht „${a.de}“ mit „${b.de}“, die auf derselben stehen`}.`,
    'event.undated': ({ event }) =>
      `Das Ereignis „${event}“ trägt kein Datum und liegt deshalb in keinem Zeitraum. Lass „seit“ und „bis“ weg.`,
    'timeline.undated': ({ count }) =>
      `Auf eine Zeitleiste passt nur, was ein Datum trägt; ${plural(count, 'Ereignis trägt', 'Ereignisse tragen')} keines.`,
    'option.missing': ({ option }) => `Die Angabe „${option}“ fehlt.`,
    'option.unknown': ({ option }) => `Die Angabe „${option}“ gibt es bei diesem Befehl nicht.`,
    'option.malformed': ({ option }) => `Die Angabe „${option}“ hat nicht die erwartete Form.`,
    'article.unknown': ({ value }) =>
      `Einen Artikel „${value}“ gibt es hier nicht. Wähle einen aus der Liste, die beim Tippen erscheint.`,
    'command.unknown': ({ name }) => `Den Befehl „${name}“ gibt es nicht (mehr). Mit /help siehst du, was es gibt.`,
    'permission.operators-only': () => 'Das dürfen nur die Betreiber dieses Bots.',
    'permission.not-yours': () =>
      'Löschen darf die Antwort nur, wer gefragt hat, oder wer hier Nachrichten verwalten darf.',
    'button.unknown': () => 'Diesen Knopf kenne ich nicht. Stelle die Frage noch einmal.',
    'button.outdated': () =>
      'Die Artikel haben sich seit dieser Antwort geändert; die Stelle gibt es so nicht mehr. Stelle die Frage noch einmal.',
    'page.outdated': () => 'Die Artikel haben sich seit dieser Antwort geändert. Stelle die Frage noch einmal.',
    'message.nothing-to-search': () => 'In dieser Nachricht steht kein Text, zu dem ich Quellen suchen könnte.',
    'guard.not-verbatim': ({ article }) =>
      `Ein Zitat stimmte nicht Zeichen für Zeichen mit dem Artikel „${article}“ überein und wurde deshalb nicht gesendet.`,
    'usage.invalid': ({ detail }) => `Falscher Aufruf: ${detail}`,
    'line.not-json': () => 'Die Zeile ist kein JSON. Erwartet wird ein Objekt je Zeile.',
    'line.malformed': ({ expected }) => `Die Zeile hat nicht die erwartete Form: ${expected}.`,
    internal: ({ reference }) =>
      `Da ist etwas schiefgegangen (Kennung ${reference}). Versuche es noch einmal; wenn es bleibt, melde es den Betreibern mit der Kennung.`,
  },
  answer: {
    abstained: 'Darauf antworten die Artikel nicht.',
    nothingToSearch:
      'In der Frage steht kein Wort, nach dem ich suchen könnte. Nenne eine Person, einen Ort, ein Datum oder ein Thema.',
    tryHelp: 'Mit /help siehst du, was ich kann.',
    missing: (words) => `In keinem Artikel kommt vor: ${list(words)}.`,
    extent: (articles, newest) =>
      `Ich kenne ${plural(articles, 'Artikel', 'Artikel')}${newest === null ? '' : `, den neuesten vom ${germanDate(newest)}`}.`,
    nearest: 'Am nächsten kommen diese Stellen. Sie sind nicht die Antwort:',
    noSources: 'Dazu finde ich in den Artikeln nichts.',
    sourcesFound: 'Dazu steht in den Artikeln:',
    asked: (question) => `Frage: ${question}`,
    furtherPassages: 'Weitere Stellen',
    outdated: (count) =>
      `${plural(count, 'Stelle gibt es', 'Stellen gibt es')} im jetzigen Stand der Artikel nicht mehr.`,
    tooLong: 'Diese Stelle ist zu lang für eine Nachricht; gekürzt wird nie:',
    context: 'Das Zitat (fett) in seinem Zusammenhang',
    sharedBy: (user) => `Geteilt von ${user}`,
  },
  statuses: {
    agreed: 'vereinbart',
    not_agreed: 'nicht vereinbart',
    proposed: 'vorgeschlagen',
    accepted: 'angenommen',
    demanded: 'gefordert',
    rejected: 'abgelehnt',
    announced: 'angekündigt',
    ordered: 'angeordnet',
    implemented: 'umgesetzt',
    violated: 'als Bruch beklagt',
    threatened: 'angedroht',
    claimed: 'Aussage',
    background: 'Hintergrund',
  },
  parts: {
    principal: 'Staats- oder Regierungsspitze',
    delegation_lead: 'Leitung der Delegation',
    host: 'Gastgeber',
    mediator: 'Vermittlung',
    envoy: 'Gesandter',
    delegate: 'Delegation',
    signatory: 'Unterzeichnung',
    observer: 'Beobachtung',
    spokesperson: 'Sprecher',
    announcer: 'Bekanntgabe',
  },
  listing: {
    titles: {
      terms: 'Was vereinbart, angenommen, angekündigt, angeordnet oder umgesetzt ist – und was nicht vereinbart',
      conditions: 'Wer was fordert, vorschlägt, ablehnt oder androht',
      participants: 'Wer teilnahm',
      compare: 'Zwei Seiten im Vergleich',
      timeline: 'Was wann geschah',
    },
    termsThatAre: (status) => `Was ${status} ist`,
    filters: {
      topic: 'Thema',
      status: 'Status',
      event: 'Ereignis',
      by: 'Von',
      side: 'Seite',
      a: 'Eine Seite',
      b: 'Andere Seite',
      since: 'Seit',
      until: 'Bis',
    },
    others: {
      terms: 'Ohne Thema',
      conditions: 'Ohne bekannte Seite',
      participants: 'Ohne bekannte Seite',
      compare: 'Weitere',
      timeline: 'Weitere',
    },
    range: (first, last, total) =>
      first === 1 && last === total
        ? `${plural(total, 'Stelle', 'Stellen')}.`
        : `${first}–${last} von ${total} Stellen.`,
    undated: (count) => `${plural(count, 'Ereignis ohne Datum fehlt', 'Ereignisse ohne Datum fehlen')} hier.`,
    nothing: 'Dazu steht nichts in den Artikeln.',
    instead: (filter) => `Mit anderer Angabe bei „${filter}“ gibt es`,
    silent: (side) => `Hierzu berichten die Artikel keine Aussage dieser Seite: ${side}.`,
    sameSentence: 'Steht in demselben Zitat.',
    further: 'Weiter',
  },
  pick: {
    which: (value) => `„${value}“ passt auf mehreres. Was ist gemeint?`,
    more: (count) => `… und ${count} weitere: schreibe mehr vom Namen.`,
  },
  citation: {
    // A quoted name stands in the article's own case (`eines Vertreters`), which nothing but a colon can take.
    according: (status, names) =>
      `${status}, ${names.some((name) => name.startsWith('„')) ? 'laut Quelle:' : 'so'} ${and(names)}`,
    says: (names) => `Wer es sagt: ${and(names)}`,
    acts: (names) => `Wer handelt: ${and(names)}`,
    actsUnknown: 'Wer handelt: nicht erkannt',
    articleItself: 'Wer es sagt: der Artikel selbst',
    unclear: 'Wer es sagt: nicht eindeutig',
    undated: 'ohne Datum',
    lead: 'Einleitung',
    paragraph: (number) => `Absatz ${number}`,
    section: (heading) => `Abschnitt „${heading}“`,
    quoted: (words) => `„${words}“`,
    source: (outlet) => `Aus den Quellen des Artikels: ${outlet}`,
    openArticle: 'Artikel öffnen',
  },
  buttons: { more: 'Weitere Stellen', context: 'Zusammenhang', share: 'Teilen', delete: 'Löschen' },
  article: {
    date: 'Datum',
    outlet: 'Medium',
    event: 'Ereignis',
    language: 'Sprache',
    languageName: { de: 'Deutsch', en: 'Englisch' },
    words: (count) => plural(count, 'Wort', 'Wörter'),
    sections: 'Abschnitte',
    passages: (count) => plural(count, 'Absatz', 'Absätze'),
    sources: 'Quellen',
    opening: 'So beginnt er:',
    id: 'Kennung',
    furtherSources: (count) => `und ${count} weitere`,
  },
  about: {
    title: 'Wortlaut',
    what: 'Ich antworte mit dem genauen Wortlaut von Artikeln über die Gespräche zur Beendigung des Krieges in der Ukraine. Ich formuliere nichts selbst, und ich sage, wenn die Artikel etwas nicht beantworten.',
    size: (articles, passages, events) =>
      `${plural(articles, 'Artikel', 'Artikel')} mit ${plural(passages, 'Absatz', 'Absätzen')}${events === 0 ? '' : ` zu ${plural(events, 'Ereignis', 'Ereignissen')}`}.`,
    range: (oldest, newest) =>
      newest === null || oldest === null
        ? 'Die Artikel tragen kein Datum.'
        : `Zeitraum: ${germanDate(oldest)} – ${germanDate(newest)}.`,
    languages: (de, en) =>
      `Davon ${de} auf Deutsch und ${en} auf Englisch; zitiert wird immer in der Sprache des Artikels.`,
    revision: (revision) => `Stand ${revision}`,
    privacy: 'Fragen werden nirgends gespeichert und nirgendwohin geschickt.',
  },
  help: {
    title: 'So fragst du mich',
    intro: 'Frage frei heraus, auf Deutsch oder Englisch. Das sind die Befehle:',
    direct:
      'In einer Direktnachricht genügt die Frage allein. Änderst du sie, ändert sich die Antwort; löschst du sie, verschwindet die Antwort.',
    menu: (name) =>
      `Auf eine Nachricht: Rechtsklick (oder lange drücken) → Apps → **${name}** zeigt, was die Artikel dazu sagen.`,
    honest: 'Jedes Zitat steht genau so im Artikel. Steht die Antwort nicht in den Artikeln, sage ich das.',
  },
  report: {
    done: 'Die Artikel sind neu eingelesen.',
    dryRun: 'Probelauf: nichts wurde geändert. So wäre es:',
    summary: (articles, milliseconds) =>
      `${plural(articles, 'Artikel', 'Artikel')} in ${(milliseconds / 1000).toLocaleString('de-DE', { maximumFractionDigits: 1 })} s gelesen.`,
    added: (count) => `Neu: ${count}`,
    changed: (count) => `Geändert: ${count}`,
    removed: (count) => `Entfernt: ${count}`,
    refused: (count) => `Abgelehnt: ${count}`,
    lexiconChanged: 'Das Lexikon hat sich geändert; es gilt für alle Artikel.',
    unchanged: 'Kein Artikel hat sich geändert, das Lexikon auch nicht.',
    refusal: (file, line, reason) => `${file}, Zeile ${line}: ${reason}`,
    andMore: (count) => `… und ${count} weitere`,
  },
  cli: {
    usage: `Aufruf: npm run --silent ask -- [--json] [--explain] [--locale de|en] "Frage"
        npm run --silent ask -- [--locale de|en] --jsonl < Zeilen
--json gibt ein JSON-Objekt aus, --explain die Begründung: Wörter, Gewichte, Belege, Schwelle.
--jsonl liest je Zeile ein Objekt, {"id", "question", "locale"?} oder
{"id", "command": {"name", "options"}, "locale"?}, und gibt je Zeile eines aus.
Rückgabe: 0 beantwortet, 3 nicht in den Artikeln, 2 falscher Aufruf, 1 Fehler.`,
    explain: {
      question: (language, type) => `Sprache der Frage: ${language}; gesucht: ${type}. Wörter mit ihrem Gewicht:`,
      light: 'sagt wenig',
      corrected: (meant) => `gelesen als ${meant}`,
      passages: (count) => `in ${plural(count, 'Absatz', 'Absätzen')}`,
      threshold: (value) =>
        `Beantwortet wird ab einem Beleg von ${value}. Die besten Stellen, Wörter als Gewicht×Treffer:`,
      finding: (score, factor, typeFound) =>
        `Beleg ${score} (davon Faktor ${factor}; Gesuchtes ${typeFound ? 'gefunden' : 'nicht gefunden'})`,
      outcome: { answered: 'Ergebnis: beantwortet.', abstained: 'Ergebnis: nicht in den Artikeln.' },
    },
  },
  start: {
    ready: (name, articles, milliseconds) =>
      `${name} ist bereit: ${plural(articles, 'Artikel', 'Artikel')}, ${(milliseconds / 1000).toFixed(1).replace('.', ',')} s.`,
    refused: (file, line, reason) => `Abgelehnt: ${file}, Zeile ${line}: ${reason}`,
    invitation: (url) => `Einladen: ${url}`,
    sandbox: (url) =>
      `Sandbox auf ${url}: ein kleines Discord auf diesem Rechner. Für das echte trage DISCORD_TOKEN in .env ein.`,
    serving: 'Läuft, bis es beendet wird (Strg-C).',
  },
};
