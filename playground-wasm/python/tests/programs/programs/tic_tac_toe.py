LINES = [(0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6)]


def winner(board):
    for a, b, c in LINES:
        if board[a] == board[b] == board[c] != " ":
            return board[a]
    return "draw" if " " not in board else None


def show(board):
    return "\n-+-+-\n".join("|".join(board[i : i + 3]) for i in (0, 3, 6))


def best(board, player, cache={}):
    key = (board, player)
    if key not in cache:
        if (result := winner(board)) is not None:
            cache[key] = ({"X": 1, "O": -1, "draw": 0}[result], None)
        else:
            options = []
            for i, cell in enumerate(board):
                if cell == " ":
                    after = board[:i] + player + board[i + 1 :]
                    options.append((best(after, "O" if player == "X" else "X")[0], -i))
            score, move = (max if player == "X" else min)(options)
            cache[key] = (score, -move)
    return cache[key]


board, player = "X   O    ", "X"
while winner(board) is None:
    _, move = best(board, player)
    board = board[:move] + player + board[move + 1 :]
    player = "O" if player == "X" else "X"
print(show(board))
print(winner(board))
