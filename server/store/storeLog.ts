/** What the store needs of a logger; pino's is one. Messages are static, personal data never appears in the fields. */
export interface StoreLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
