/** Nobody hears a fourth ring (DOMAIN 2). */
export const ringsAllowed = 3;

/** What is left of the third ring when the server's own timer cancels the phones, ms: time for the carrier to hear it and to fetch the attendant. The ring's clock on the screen shows it too. */
export const cancelLeadMs = 2500;
