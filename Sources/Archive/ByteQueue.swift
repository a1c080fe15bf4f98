internal import Glibc

/// Bytes in order: written at the tail, read at the head, one block of memory used again and again.
///
/// Not `Sendable`: it belongs to one reader.
final class ByteQueue {
    private var memory: UnsafeMutableRawPointer
    private var capacity: Int
    private var head = 0
    private var tail = 0
    /// How many bytes were consumed before the first one held now.
    private(set) var position = 0

    init(capacity: Int) {
        memory = .allocate(byteCount: capacity, alignment: 64)
        self.capacity = capacity
    }

    deinit { memory.deallocate() }

    var count: Int { tail - head }

    /// What is held now.
    ///
    /// Valid until the next call that changes the queue.
    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: memory + head, count: tail - head) }

    /// At least `wanted` free bytes after the tail; moves or grows if there are fewer.
    func room(_ wanted: Int) -> UnsafeMutableRawBufferPointer {
        if capacity - tail < wanted {
            let held = count
            if held + wanted <= capacity {
                memmove(memory, memory + head, held)
            } else {
                grow(to: max(held + wanted, capacity * 2))
            }
            head = 0
            tail = held
        }
        return UnsafeMutableRawBufferPointer(start: memory + tail, count: capacity - tail)
    }

    private func grow(to size: Int) {
        let larger = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 64)
        larger.copyMemory(from: memory + head, byteCount: count)
        memory.deallocate()
        memory = larger
        capacity = size
    }

    /// Makes the first `made` bytes of what `room` gave part of the queue.
    func commit(_ made: Int) { tail += made }

    func consume(_ used: Int) {
        head += used
        position += used
        if head == tail {
            head = 0
            tail = 0
        }
    }

    /// Drops everything and counts on from `position`.
    func clear(position: Int) {
        head = 0
        tail = 0
        self.position = position
    }
}
