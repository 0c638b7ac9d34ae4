/** One event of a call, told in both languages. `at` is milliseconds of the carrier's time since the call arrived; `ring` counts the cycles the caller hears while it rings. */
export interface StoryLine {
  callSid: string;
  at: number;
  ring?: number;
  zh: string;
  en: string;
}

/** Prints a line for a terminal: `0:05 第2声 …` or `0:05 ring 2 …`. */
export function formatStoryLine(line: StoryLine, language: 'zh' | 'en' = 'zh'): string {
  const seconds = Math.floor(line.at / 1000);
  const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  if (language === 'zh') return `${time} ${line.ring === undefined ? '' : `第${line.ring}声 `}${line.zh}`;
  return `${time} ${line.ring === undefined ? '' : `ring ${line.ring} `}${line.en}`;
}
