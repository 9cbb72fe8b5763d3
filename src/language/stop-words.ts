import type { Language } from './language.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/**
 * Function words, folded: they carry grammar, not topics. The scaffold of questions (`welche`, `how many`), the
 * particles of spoken German and what people say to a bot (`sag mir bitte`) belong to them; the type of answer that
 * the scaffold asks for is read before they are dropped (`question.ts`).
 */
const STOP_WORDS: Readonly<Record<Language, ReadonlySet<string>>> = {
  de: words(`
    der die das des dem den ein eine einer eines einem einen kein keine keiner keines keinem keinen
    ich du er sie es wir ihr mich dich sich uns euch mir dir ihm ihn ihnen man mein dein sein seine seiner seines seinem
    seinen ihre ihrer ihres ihrem ihren unser unsere euer eure
    dieser diese dieses diesem diesen jener jene jenes jenem jenen derer deren dessen denen solche solcher solches
    wer wen wem wessen was wann wo wohin woher wie warum wieso weshalb weswegen welche welcher welches welchem welchen
    wieviel wieviele wobei womit wofur wodurch woran worauf woruber wovon wozu worum worin wogegen wonach
    und oder aber sondern denn doch als wenn ob dass weil da damit obwohl wahrend bevor nachdem bis seit sobald solange falls
    in im an am auf aus bei beim mit nach von vom zu zum zur fur gegen ohne um durch uber unter vor hinter neben zwischen
    bezuglich hinsichtlich wegen trotz laut ab ins ans aufs ums furs
    ist sind war waren wird werden wurde wurden worden geworden bin bist seid sei seien ware waren gewesen
    habe hat haben hast habt hatte hatten hatte gehabt kann konnen konnte konnten soll sollen sollte sollten
    muss mussen musste mussten darf durfen durfte durften will wollen wollte wollten mag mochte mochten
    nicht nein ja auch nur noch schon sehr so sogar etwa eigentlich uberhaupt denn mal halt eben nun jetzt dann da dort hier
    wohl gar ganz genau bloss gerade einfach irgendwie irgendwas irgendetwas etwas alles alle allen aller nichts
    immer wieder mehr weniger viel viele vielen vieler wenig wenige einige einigen mehrere beide beiden beider
    also deshalb daher trotzdem jedoch dabei dazu daran darauf daruber davon dafur dagegen danach davor damals zudem ausserdem
    bitte danke hallo hey hi na tja sag sagt mal mir nenn nenne zeig zeige erklar erklare weiss weisst wissen gibt gab
    jemand jemanden niemand irgendwer irgendwelche je jemals bereits zwar inzwischen mittlerweile insgesamt
    ne nem nen nix n s ns son sone sowas wat dat isn hab ham gabs gibts wars obs aufm beim
    jede jeder jedes jedem jeden jeweils leider vielleicht sicherlich erst ausser gegenuber entlang anstatt je weder entweder
    rund statt andere anderer anderes anderem anderen
    is nich nu aufn ausm dran drin drum druber dabei paar
    sowie bzw beziehungsweise zb vs usw etc heisst bedeutet
  `),
  en: words(`
    the a an this that these those there here it its he she they them his her hers their theirs him i you we us our your my me
    mine yours ours itself himself herself themselves one ones
    who whom whose what when where why how which whatever whoever
    and or but nor so if then than because while although though as until till since before after during once
    in on at by for from to of with without about into onto over under between among against through toward towards upon within
    via per according regarding concerning up down out off
    is are was were be been being am do does did done doing have has had having will would shall should can could may might
    must ought
    not no yes none any some all both each every either neither much many more most less few several other another such own
    same only just also too very quite rather really actually exactly even still yet already ever never again now
    please thanks hello hey hi tell show explain say know give list want
    s t d ll re ve m don doesn didn isn aren wasn weren won wouldn couldn shouldn hasn haven hadn ain
    somebody someone something anybody anyone anything everybody everyone everything nobody nothing
    whether except unless beside besides along across behind beyond around amid amongst apart
    however therefore thus hence else etc vs versus like kind sort lot
  `),
};

/** Whether a folded word only carries grammar in this language. */
export function isStopWord(folded: string, language: Language): boolean {
  return STOP_WORDS[language].has(folded);
}

/** All function words of a language, folded. */
export const stopWordsOf = (language: Language): ReadonlySet<string> => STOP_WORDS[language];

/** Words that make another verb of the one before them: `call off`, `turn down`. */
const VERB_PARTICLES: ReadonlySet<string> = new Set(
  'up down off out over along around behind across through apart'.split(' '),
);

/** Whether a folded word carries meaning behind a verb though it is a function word. */
export const isVerbParticle = (folded: string, language: Language): boolean =>
  language === 'en' && VERB_PARTICLES.has(folded);
