"""What a name may mean among given names: keys, words, letters and meaning, each on its own."""
