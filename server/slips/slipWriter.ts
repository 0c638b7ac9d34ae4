/** Who writes: his name becomes field 8 of a new slip, source `session`. */
export interface SlipWriter {
  id: string;
  name: string;
}
