/**
 * Puts an item behind those whose rank is not higher, where few are found and each is put in its
 * place at once.
 * @param ranks of the items, which are in the order of them; what stands behind counts nothing
 */
export function putByRank<Item>(items: Item[], ranks: number[], item: Item, rank: number): void {
  let at = items.length;
  for (; at > 0 && ranks[at - 1]! > rank; at--) {
    items[at] = items[at - 1]!;
    ranks[at] = ranks[at - 1]!;
  }
  items[at] = item;
  ranks[at] = rank;
}
