/** Closes parts one after the other; one that fails does not keep the others from it. */
export async function closeInTurn(parts: readonly (() => unknown)[], onTrouble: (cause: unknown) => void): Promise<void> {
  for (const close of parts) {
    try {
      await close();
    } catch (cause) {
      onTrouble(cause);
    }
  }
}
