import type { Language, Localised } from '../../language/language.ts';
import type { Token } from '../../language/tokens.ts';
import type { Opening } from './sentence.ts';

/** The closed classes of German and English words, folded: grammar, not vocabulary, so not part of the lexicon. */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Prepositions: who stands behind one is where, about whom or to whom, but not who. */
export const PREPOSITIONS: Localised<ReadonlySet<string>> = {
  de: words(`in im ins nach bei beim von vom mit uber uberm ubers zu zum zur gegenuber an am ans auf aufs fur furs gegen durch durchs
    zwischen um ohne seit vor vorm wegen trotz unter hinter neben wahrend bis aus ab statt laut gemass dank infolge
    angesichts innerhalb ausserhalb bezuglich hinsichtlich mitsamt samt entgegen anlasslich binnen als seitens`),
  en: words(`in at to with about of for from against on between by into onto over near without through under after before
    during since until till among amid despite across behind beyond per via like as than toward towards within outside
    inside along around upon off out up down above below following concerning regarding alongside throughout`),
};

/** Words that begin a noun phrase. */
export const DETERMINERS: Localised<ReadonlySet<string>> = {
  de: words(`der die das dem den des ein eine einer eines einem einen kein keine keiner keines keinem keinen
    dieser diese dieses diesem diesen jener jene jenes jenem jenen jeder jede jedes jedem jeden
    sein seine seiner seines seinem seinen ihr ihre ihrer ihres ihrem ihren unser unsere unserer unserem unseren
    derselbe dieselbe dasselbe demselben denselben derselben desselben dessen deren beide beider beiden alle aller allen einige einiger einigen mehrere mehrerer mehreren viele vieler vielen
    zahlreiche zahlreicher zahlreichen manche weitere weiterer weiteren andere anderer anderen zwei drei vier funf sechs`),
  en: words(`the a an this that these those his her its their our my your both several some many all other another any no
    each every two three four five six most few one`),
};

/** Forms that no subject has. */
export const OBLIQUE: ReadonlySet<string> =
  words(`dem den des eines einem einen keinem keinen keines diesem diesen jenem
  jenen demselben denselben derselben desselben seinem seinen seines ihrem ihren ihres unserem unseren beider beiden aller allen einiger einigen mehrerer mehreren
  vieler vielen zahlreicher zahlreichen weiterer weiteren anderer anderen jedem jeden`);

/** Forms that may join a phrase in the genitive to the noun before it. */
export const GENITIVE: ReadonlySet<string> = words(`des der eines einer dieses dieser seines seiner ihres ihrer unserer
  beider aller mehrerer zahlreicher dessen deren`);

/** Pronouns that can be subjects, with what they may mean; the rest of a language's pronouns mean nobody. */
export const PRONOUNS: Localised<ReadonlyMap<string, PronounForm>> = {
  de: new Map<string, PronounForm>([
    ['er', 'm'],
    ['ihm', 'm'],
    ['sie', 'f'],
    ['ihr', 'f'],
    ['ihnen', 'plural'],
    ['es', 'nobody'],
    ['das', 'thing'],
    ['dies', 'thing'],
    ['dieser', 'm'],
    ['man', 'nobody'],
    ['ich', 'nobody'],
    ['wir', 'nobody'],
    ['beide', 'plural'],
    ['niemand', 'nobody'],
  ]),
  en: new Map<string, PronounForm>([
    ['he', 'm'],
    ['him', 'm'],
    ['she', 'f'],
    ['it', 'n'],
    ['they', 'plural'],
    ['them', 'plural'],
    ['this', 'thing'],
    ['that', 'thing'],
    ['i', 'nobody'],
    ['we', 'nobody'],
    ['you', 'nobody'],
    ['both', 'plural'],
    ['nobody', 'nobody'],
    ['there', 'nobody'],
  ]),
};

/** Whom a pronoun can mean: one of a gender, several, something said before, or nobody that a text names. */
export type PronounForm = 'm' | 'f' | 'n' | 'plural' | 'thing' | 'nobody';

const CONJUNCTIONS: Localised<Readonly<Record<string, Opening>>> = {
  de: {
    ...openings('wenn falls sofern ob sollte solange', 'condition'),
    ...openings('dass', 'content'),
    ...openings('wie', 'manner'),
    ...openings(
      'weil da obwohl wahrend nachdem bevor damit als indem sodass sobald seit bis zumal wobei woraufhin wonach',
      'other',
    ),
  },
  en: {
    ...openings('if unless whether provided should', 'condition'),
    ...openings('that', 'content'),
    ...openings('as', 'manner'),
    ...openings('because although though while after before since when until once so where', 'other'),
  },
};
/** Words that open a relative clause. */
export const RELATIVE: Localised<ReadonlySet<string>> = {
  de: words('der die das dem den dessen deren denen welcher welche welches was wer'),
  en: words('who whom whose which'),
};
const LEADING: ReadonlySet<string> = words(
  'und oder aber sondern denn and or but nor also auch even selbst mit zu in von fur',
);

function openings(list: string, opening: Opening): Readonly<Record<string, Opening>> {
  return Object.fromEntries(list.split(' ').map((word) => [word, opening]));
}

const CAPITAL = /^\p{Lu}/u;

/** How a clause opens, by its first words; `index` counts the sentence's clauses from 0. */
export function opensClause(clause: readonly Token[], language: Language, index: number): Opening {
  const at = LEADING.has(clause[0]?.folded ?? '') ? 1 : 0;
  const first = clause[at]?.folded ?? '';
  const conjunction = CONJUNCTIONS[language][first];
  if (conjunction !== undefined) return conjunction;
  if (index === 0 || !RELATIVE[language].has(first)) return 'main';
  // `…, der sagte` is a relative clause, `…, der Vorsitzende des Betriebsrats` begins with an article.
  const next = clause[at + 1];
  return language === 'de' && !POSSESSIVE.has(first) && isArticleBefore(next) ? 'main' : 'relative';
}

/** Relative pronouns that no article looks like, whatever noun follows: `…, dessen Minister …`. */
const POSSESSIVE: ReadonlySet<string> = words('dessen deren denen');

const isArticleBefore = (next: Token | undefined): boolean =>
  next !== undefined &&
  (CAPITAL.test(next.surface) ||
    (INFLECTED.test(next.folded) && !FUNCTION_WORDS.de.has(next.folded) && !PREPOSITIONS.de.has(next.folded)));

const INFLECTED = /(?:e|en|er|es)$/;

/** Words of other closed classes, which can neither be nor begin a noun although a sentence may open with them. */
export const FUNCTION_WORDS: Localised<ReadonlySet<string>> = {
  de: words(`und oder aber sondern denn doch als wenn ob dass weil da damit obwohl wahrend bevor nachdem bis seit sobald falls wie so
    nicht weder sowohl auch nur noch schon sehr sogar etwa dann dort hier nun jetzt heute gestern morgen zudem ausserdem dabei dazu daran
    darauf daruber davon dafur dagegen danach davor damals deshalb daher trotzdem jedoch allerdings unterdessen inzwischen
    mittlerweile insgesamt zuvor zunachst zuletzt zugleich gleichzeitig weiter weiterhin bisher bislang erst erstmals
    mindestens rund knapp fast mehr weniger ferner demnach hingegen indes indessen dennoch ebenso ebenfalls
    wer was wann wo warum weshalb welche welcher welches sich uns ihn ihm ihnen er sie es wir ich man mich mir
    ist sind war waren wird werden wurde wurden hat haben hatte hatten kann konnen konnte soll sollen sollte muss mussen
    will wollen wollte darf durfte mochte sei habe werde ja nein vielleicht offenbar angeblich moglicherweise
    dadurch somit also kurz laut grundsatzlich schliesslich zwar eben gerade bereits wieder immer nie niemand jemand alles nichts etwas
    vereinbart geplant hinzu daraufhin seitdem seither vorerst ohnehin uberhaupt gemeinsam trotz neben ab am im`),
  en: words(`and or but nor so yet if then than because while although though when where why how who whom whose which what
    that not also just only even still already ever never again now here there once however therefore meanwhile moreover
    instead is are was were be been being has have had having do does did will would shall should can could may might must
    ought s t ll ve re d m he she it they we you i him her them us himself herself itself themselves
    later earlier today yesterday tomorrow tonight late early ago soon more less about asked according in at on to of for
    from with by as near last next recently previously initially separately finally additionally further furthermore
    reportedly allegedly apparently elsewhere overall nevertheless nonetheless indeed perhaps maybe thus hence otherwise speaking following both either neither
    very too rather quite almost nearly least around close familiar involved present due able likely ready keen unable unlikely`),
};

/** Adjectives without a typical ending, which would pass for nouns where a sentence begins with them: `Kurze Pausen`. */
export const PLAIN_ADJECTIVE =
  /^(?:erst|zweit|dritt|letzt|nachst|neu|gross|grosst|klein|kurz|lang|hoh|hoch|hochst|gut|best|schlecht|alt|jung|schwer|leicht|stark|schwach|fruh|fruher|spat|ganz|halb|voll|leer|frei|offen|schnell|langsam|hart|weich|breit|tief|nah|fern|fest|bekannt|unbekannt|getrennt|verletzt|betroffen|zustandig|ander|weiter|fast|eng|klar|scharf|still|bunt|rot|blau|grun|schwarz|weiss)(?:e|er|es|en|em)$/;

/** Modal and auxiliary verbs of German, in their finite forms: behind them a participle has its subject. */
export const AUXILIARIES: ReadonlySet<string> = words(`hat haben hatte hatten habe sei seien ist sind war waren wird
  werden werde wurde wurden will wolle wollen wollte wollten kann konne konnte konnten soll solle sollen sollte sollten muss musse musste mussten darf durfte`);

/** Passive auxiliaries: what they make passive has no speaker for its subject. */
export const PASSIVE: Localised<ReadonlySet<string>> = {
  de: words('wird werden wurde wurden worden'),
  en: words('is are was were be been being'),
};

export const COORDINATORS: ReadonlySet<string> = words('und and sowie & noch nor oder or');

/** Words behind which a second verb has the same subject: `thanked him but rejected the plan`. */
export const VERB_COORDINATORS: ReadonlySet<string> = words(
  'und and sowie & noch nor oder or but yet then aber sondern doch',
);

/** Words by which a clause denies that something was said. */
export const NEGATIONS: Localised<ReadonlySet<string>> = {
  de: words('nicht weder nie niemals keinesfalls'),
  en: words('not t never neither nor nobody none declined refused without'),
};
