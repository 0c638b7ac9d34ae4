/**
 * A caller's words as a robot may say them in a group: whatever its maker reads as a name to be rung stands there in full width, so that "@所有人", "@all" or
 * `<at user_id="all">` is read by people and rings nobody. The @ of a mail address is left alone.
 */
export function robotWords(text: string): string {
  return text.replace(/</g, '＜').replace(/(?<![\w.+-])@|@(?![\w-]+\.[a-z]{2,})/gi, '＠');
}
