package heapofvalues

import "container/heap"

type task struct{ priority int }

type tasks []*task

func (t tasks) Len() int           { return len(t) }
func (t tasks) Less(i, j int) bool { return t[i].priority < t[j].priority }
func (t tasks) Swap(i, j int)      { t[i], t[j] = t[j], t[i] }
func (t *tasks) Push(x any)        { *t = append(*t, x.(*task)) }
func (t *tasks) Pop() any          { return nil }

// Pointers need no box.
func add(queue *tasks, priority int) {
	next := &task{priority: priority}
	heap.Push(queue, next)
	heap.Push(queue, &task{priority: priority + 1})
}

// A constant has one already.
func sentinel(numbers *Numbers) { heap.Push(numbers, 1<<40) }

// What it is comes out at run time.
func any2(queue heap.Interface, x any) { heap.Push(queue, x) }

type pile struct{}

func (pile) Push(to *Numbers, x int) {}

// Something else of this name.
func other(heap pile, numbers *Numbers, x int) { heap.Push(numbers, x*1000) }
